import { z } from 'zod'
import { textFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'
import { TypedText, validateText } from './typed-text.ts'

/** The most characters that a question of this type may allow. */
export const mostLongTextLength = 50_000

export const LongText = z.strictObject({
  ...questionParts,
  type: z.literal('longText'),
  maxLength: z.int().min(1).max(mostLongTextLength),
  /** Light marks in the answer are read as paragraphs, lists, bold and italic; not in a group, which is one text. */
  formatting: z.literal(true).optional(),
})
export type LongText = z.infer<typeof LongText>

export const LongTextAnswer = TypedText
export type LongTextAnswer = z.infer<typeof LongTextAnswer>

export const longTextModel: QuestionModel<LongText, LongTextAnswer> = {
  emptyAnswer: () => '',
  isEmpty: (answer) => answer.trim() === '',
  // Browsers post line ends as CR LF; one form of them keeps counts and comparisons honest.
  read: (question, readField) => readField(question.id).replaceAll('\r\n', '\n'),
  validate: validateText,
  display: (_question, answer) => answer.trim(),
  facts: () => textFacts((answer) => answer),
}
