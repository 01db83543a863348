import { displayAnswer } from './answers.ts'
import { readFormattedText } from './questions/formatted-text.ts'
import type { FormattedBlock } from './questions/formatted-text.ts'
import type { Question } from './questions/question-types.ts'

/** The answer of a question whose answers may be formatted; undefined for any other, and where nothing was answered. */
export function readFormattedAnswer(question: Question, answer: unknown): FormattedBlock[] | undefined {
  if (question.type !== 'longText' || !question.formatting) return undefined
  const words = displayAnswer(question, answer, 'en')
  return words === '' ? undefined : readFormattedText(words)
}
