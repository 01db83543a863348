import { z } from 'zod'
import { StorableText } from '../values/storable-text.ts'

/** Why a child leaves suspense without becoming anybody on record. */
export const discardReasons = ['duplicate', 'sentInError', 'notOurs', 'test', 'other'] as const
const DiscardReason = z.enum(discardReasons)
export type DiscardReason = z.infer<typeof DiscardReason>

/** Letters that a reason in words has at least and at most. */
export const discardWordsLength = { least: 3, most: 500 } as const

/** Why a child is discarded: a reason of the list, and words, which a reason that is not in it needs. */
export const Discard = z
  .strictObject({ reason: DiscardReason, words: StorableText.trim().max(discardWordsLength.most) })
  .refine(({ reason, words }) => reason !== 'other' || words.length >= discardWordsLength.least, {
    message: 'Say in words why the child is discarded.',
  })
export type Discard = z.infer<typeof Discard>
