import { displayAnswer } from '@send/shared/forms/answers'
import type { Question } from '@send/shared/forms/questions/question-types'
import { readFormattedAnswer } from '@send/shared/forms/read-formatted-answer'
import { FormattedText } from '../design/FormattedText.tsx'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'

type AnswerTextProps = { question: Question; answer: unknown; language: Language }

/** One answer as it is read: with paragraphs and lists where the question allows them. */
export function AnswerText({ question, answer, language }: AnswerTextProps) {
  const blocks = readFormattedAnswer(question, answer)
  if (blocks) return <FormattedText blocks={blocks} />
  return <>{displayAnswer(question, answer, language) || translator(language)('values.notAnswered')}</>
}
