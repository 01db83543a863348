import { z } from 'zod'
import { PlainDate } from '../../values/plain-date.ts'
import { QuestionId } from '../../values/ids.ts'

/** What is known of the person whose form it is; only internal forms may ask for it. */
export const PersonFact = z.enum(['givenNames', 'familyName', 'dateOfBirth', 'sex', 'postcode', 'upn'])
export type PersonFact = z.infer<typeof PersonFact>

/** What a condition looks at: an answer, or one part of it such as the date of birth in the child’s details. */
export const Operand = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('answer'),
    questionId: QuestionId,
    part: z
      .string()
      .regex(/^[a-z][A-Za-z]{0,39}$/)
      .optional(),
  }),
  z.strictObject({ from: z.literal('person'), fact: PersonFact }),
])
export type Operand = z.infer<typeof Operand>

const mostDays = 40_000
const Shift = (most: number) => z.int().min(-most).max(most).optional()

/** A date to compare with: a fixed one, one counted from today, or one that was answered. */
export const DateValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), date: PlainDate }),
  z.strictObject({ kind: z.literal('today'), days: Shift(mostDays), months: Shift(1200), years: Shift(110) }),
  z.strictObject({ kind: z.literal('operand'), of: Operand }),
])
export type DateValue = z.infer<typeof DateValue>

const mostNumber = 1e12

/** A number that can be computed with: never infinite, never “not a number”. */
export const FiniteNumber = z.number().min(-mostNumber).max(mostNumber)
