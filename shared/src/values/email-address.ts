import { z } from 'zod'

const Shape = z.email().max(254)

/** Whether a text has the shape of an e-mail address; only a message to it shows whether it exists. */
export function isEmailAddress(typed: string): boolean {
  return Shape.safeParse(typed.trim()).success
}
