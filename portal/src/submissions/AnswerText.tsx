import { displayAnswer } from '@send/shared/forms/answers'
import type { Question } from '@send/shared/forms/questions/question-types'
import { readFormattedAnswer } from '@send/shared/forms/read-formatted-answer'
import { FormattedText } from '../design/FormattedText.tsx'
import { usePortal } from '../use-portal.ts'

/** One answer as it is read: with paragraphs and lists where the question allows them. */
export function AnswerText({ question, answer }: { question: Question; answer: unknown }) {
  const { t, language } = usePortal()
  const blocks = readFormattedAnswer(question, answer)
  if (blocks) return <FormattedText blocks={blocks} />
  return <>{displayAnswer(question, answer, language) || t('values.notAnswered')}</>
}
