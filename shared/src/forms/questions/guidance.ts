import { z } from 'zod'
import { Text } from '../../texts/language.ts'
import { questionParts } from './question-parts.ts'
import type { QuestionModel } from './question-parts.ts'

/** A text between questions; its wording is its heading, and there is nothing to answer. */
export const Guidance = z.strictObject({ ...questionParts, type: z.literal('guidance'), text: Text })
export type Guidance = z.infer<typeof Guidance>

/** Nothing can be answered. */
export const GuidanceAnswer = z.literal('')
export type GuidanceAnswer = z.infer<typeof GuidanceAnswer>

export const guidanceModel: QuestionModel<Guidance, GuidanceAnswer> = {
  emptyAnswer: () => '',
  isEmpty: () => true,
  read: () => '',
  validate: () => [],
  display: () => '',
  facts: () => new Map(),
}
