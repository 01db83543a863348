import { z } from 'zod'
import { Text } from '../../texts/language.ts'
import type { Language } from '../../texts/language.ts'
import type { PlainDate } from '../../values/plain-date.ts'
import { QuestionId } from '../../values/ids.ts'

/** What every question of every type has. */
export const questionParts = {
  id: QuestionId,
  wording: Text,
  help: Text.optional(),
  required: z.boolean(),
}

/** Something to mend in an answer: the sentence is shown in the summary and beside the (part of the) question. */
export type Problem = { questionId: QuestionId; part?: string; message: string }

/** What validation must know besides the answer: the language of its sentences and today's date. */
export type ValidationContext = { language: Language; today: PlainDate }

/** Reads one posted field of a plain HTML form: `''` when it was not sent. */
export type ReadField = (name: string) => string

/**
 * The behaviour of one question type: how a posted page becomes an answer as typed, what is wrong with
 * it, and how it is shown. Answers keep what was typed; only validation says whether it will do.
 */
export type QuestionModel<Question, Answer> = {
  emptyAnswer: () => Answer
  isEmpty: (answer: Answer) => boolean
  read: (question: Question, readField: ReadField) => Answer
  validate: (question: Question, answer: Answer, context: ValidationContext) => Problem[]
  display: (question: Question, answer: Answer, language: Language) => string
}
