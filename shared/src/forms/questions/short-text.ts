import { z } from 'zod'
import { textFacts } from './facts.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'
import { TypedText, validateText } from './typed-text.ts'

/** The most characters that a question of this type may allow. */
export const mostShortTextLength = 500

export const ShortText = z.strictObject({
  ...questionParts,
  type: z.literal('shortText'),
  maxLength: z.int().min(1).max(mostShortTextLength),
})
export type ShortText = z.infer<typeof ShortText>

export const ShortTextAnswer = TypedText
export type ShortTextAnswer = z.infer<typeof ShortTextAnswer>

export const shortTextModel: QuestionModel<ShortText, ShortTextAnswer> = {
  emptyAnswer: () => '',
  isEmpty: (answer) => answer.trim() === '',
  read: (question, readField) => readField(question.id),
  validate: validateText,
  display: (_question, answer) => answer.trim(),
  facts: () => textFacts((answer) => answer),
}
