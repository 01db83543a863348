import { uuidv7 } from 'uuidv7'
import { z } from 'zod'

/** An id of anything but a question or a page: UUIDv7, made by the application, so ids sort by time. */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>

// Named here because `shared` knows neither the DOM nor Node; every runtime of ours has it.
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array }

const keyLetters = 'abcdefghijklmnopqrstuvwxyz234567'

/** The id of one placement of a question in a form: `q_` and 128 random bits as 26 characters a–z2–7. */
export const QuestionId = z.string().regex(/^q_[a-z2-7]{26}$/)
export type QuestionId = z.infer<typeof QuestionId>

/** The id of a page of a form, of the same shape as a question's with the prefix `p_`. */
export const PageId = z.string().regex(/^p_[a-z2-7]{26}$/)
export type PageId = z.infer<typeof PageId>

/** The id of a section of a page, of the same shape with the prefix `s_`. */
export const SectionId = z.string().regex(/^s_[a-z2-7]{26}$/)
export type SectionId = z.infer<typeof SectionId>

/** The id of one item of a repeated group of questions, of the same shape with the prefix `i_`. */
export const ItemId = z.string().regex(/^i_[a-z2-7]{26}$/)
export type ItemId = z.infer<typeof ItemId>

export function newId(): Id {
  return uuidv7()
}

export function newQuestionId(): QuestionId {
  return `q_${randomKey()}`
}

export function newPageId(): PageId {
  return `p_${randomKey()}`
}

export function newSectionId(): SectionId {
  return `s_${randomKey()}`
}

export function newItemId(): ItemId {
  return `i_${randomKey()}`
}

/** A new id of the same kind as another one. */
export function newIdLike(id: string): string {
  const prefix = /^[a-z]_/.exec(id)?.[0]
  return prefix === undefined ? newId() : `${prefix}${randomKey()}`
}

/** What is stored when an option is chosen: random, so that a removed option's value never gets a new meaning. */
export function newOptionValue(): string {
  return randomKey(12)
}

function randomKey(letters = 26): string {
  // 26 letters of 5 bits each carry 130 bits; 32 divides 256, so no letter is likelier than another.
  const bytes = crypto.getRandomValues(new Uint8Array(letters))
  return Array.from(bytes, (byte) => keyLetters.charAt(byte % 32)).join('')
}
