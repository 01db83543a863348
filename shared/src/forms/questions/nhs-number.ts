import { z } from 'zod'
import { isNhsNumber, tidyNhsNumber } from '../../values/nhs-number.ts'
import { OneLine, oneLineModel } from './one-line.ts'
import { questionParts } from './question-parts.ts'

export const NhsNumber = z.strictObject({ ...questionParts, type: z.literal('nhsNumber') })
export type NhsNumber = z.infer<typeof NhsNumber>

export const NhsNumberAnswer = OneLine
export type NhsNumberAnswer = z.infer<typeof NhsNumberAnswer>

export const nhsNumberModel = oneLineModel<NhsNumber>({
  holds: isNhsNumber,
  wrong: 'validation.nhsNumberNotReal',
  display: displayNhsNumber,
})

/** As the NHS writes it, in groups of 3, 3 and 4 digits. */
function displayNhsNumber(typed: string): string {
  if (!isNhsNumber(typed)) return typed
  const digits = tidyNhsNumber(typed)
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`
}
