import { z } from 'zod'
import { formatDate, PlainDate } from '../../values/plain-date.ts'
import { Formula } from '../calculations/formula.ts'
import { numberFacts, textFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'
import { TypedText } from './typed-text.ts'

export const mostDecimals = 4

/** A value that nobody types: it follows from other answers, and is kept as it stood when the form was sent. */
export const Calculated = z.strictObject({
  ...questionParts,
  type: z.literal('calculated'),
  formula: Formula,
  decimals: z.int().min(0).max(mostDecimals),
})
export type Calculated = z.infer<typeof Calculated>

/** The calculated value as text: a plain decimal number, or words. Only the engine makes one. */
export const CalculatedAnswer = TypedText
export type CalculatedAnswer = z.infer<typeof CalculatedAnswer>

export const calculatedModel: QuestionModel<Calculated, CalculatedAnswer> = {
  emptyAnswer: () => '',
  isEmpty: (answer) => answer === '',
  read: () => '',
  validate: () => [],
  display: (_question, answer, language) =>
    PlainDate.safeParse(answer).success ? formatDate(answer, language) : answer,
  facts: (question) =>
    question.formula.kind === 'join'
      ? textFacts((answer) => answer)
      : numberFacts((answer) => (answer === '' ? undefined : Number(answer))),
}
