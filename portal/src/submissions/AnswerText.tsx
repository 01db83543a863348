import type { Question } from '@send/shared/forms/questions/question-types'
import type { Language } from '@send/shared/texts/language'
import { FormattedText } from '../design/FormattedText.tsx'
import { readAnswer } from './read-answer.ts'
import type { ReadAnswer } from './read-answer.ts'

type AnswerTextProps = { question: Question; answer: unknown; language: Language }

/** One answer as it is read: with paragraphs and lists where the question allows them. */
export function AnswerText({ question, answer, language }: AnswerTextProps) {
  return <ReadAnswerText read={readAnswer(question, answer, language)} />
}

/** The same of an answer that was made ready to be read. */
export function ReadAnswerText({ read }: { read: ReadAnswer }) {
  return read.kind === 'formatted' ? <FormattedText blocks={read.blocks} /> : <>{read.words}</>
}
