import { z } from 'zod'

/** A code of an app or an e-mail; people copy it with the space in the middle. */
export const SixDigits = z
  .string()
  .max(20)
  .transform((code) => code.replace(/\s/g, ''))
  .pipe(z.string().regex(/^[0-9]{6}$/))
