import { z } from 'zod'

/** Whether a text can be kept at all: PostgreSQL keeps no NUL, and JSON no lone surrogate. */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)
}

/** Text that can be kept; anything else is refused at the door and not by the database. */
export const StorableText = z
  .string()
  .refine(isStorableText, { message: 'Remove the characters that are not text.' })
