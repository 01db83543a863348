import { z } from 'zod'
import { isEmailAddress } from '../../values/email-address.ts'
import { OneLine, oneLineModel } from './one-line.ts'
import { questionParts } from './question-parts.ts'

export const Email = z.strictObject({ ...questionParts, type: z.literal('email') })
export type Email = z.infer<typeof Email>

export const EmailAnswer = OneLine
export type EmailAnswer = z.infer<typeof EmailAnswer>

export const emailModel = oneLineModel<Email>({
  holds: isEmailAddress,
  wrong: 'validation.emailNotReal',
  display: (typed) => typed,
})
