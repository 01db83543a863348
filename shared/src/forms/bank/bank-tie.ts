import { z } from 'zod'
import { Id } from '../../values/ids.ts'

/** The code by which the authority knows a question of the bank, such as `CHILD-SCHOOL`. */
export const BankCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,39}$/, 'Use 2 to 40 capital letters, digits and hyphens.')
export type BankCode = z.infer<typeof BankCode>

export const BankRevisionNumber = z.int().min(1).max(100_000)

/** From where a question of a form was taken; without it the question is the form's alone. */
export const BankTie = z.strictObject({
  questionId: Id,
  revision: BankRevisionNumber,
  /** The code as it was when the question was taken, so that it can be named without the server. */
  code: BankCode,
  /** The newest revision that somebody looked at and did not want here: it is not offered again. */
  passedOver: BankRevisionNumber.optional(),
})
export type BankTie = z.infer<typeof BankTie>
