import { z } from 'zod'
import { isPhoneNumber } from '../../values/phone-number.ts'
import { OneLine, oneLineModel } from './one-line.ts'
import { questionParts } from './question-parts.ts'

export const Phone = z.strictObject({ ...questionParts, type: z.literal('phone') })
export type Phone = z.infer<typeof Phone>

export const PhoneAnswer = OneLine
export type PhoneAnswer = z.infer<typeof PhoneAnswer>

export const phoneModel = oneLineModel<Phone>({
  holds: isPhoneNumber,
  wrong: 'validation.phoneNotReal',
  display: (typed) => typed,
})
