import { z } from 'zod'
import { addDays, comparePlainDates, dateInLondon } from '../values/plain-date.ts'
import type { PlainDate } from '../values/plain-date.ts'

/** The shortest and longest times, in days, that an authority may choose. */
export const keepingLimits = { keep: { min: 14, max: 1096 }, remind: { min: 1, max: 60 } } as const

/** For how long a form that nobody goes on with is kept, and how long before its end its owner is told; in days. */
export const KeepingPeriods = z
  .strictObject({
    keepDays: z.int().min(keepingLimits.keep.min).max(keepingLimits.keep.max),
    remindDays: z.int().min(keepingLimits.remind.min).max(keepingLimits.remind.max),
  })
  .refine(({ keepDays, remindDays }) => remindDays < keepDays, 'The reminder must come before the end.')
export type KeepingPeriods = z.infer<typeof KeepingPeriods>

/** What holds until an authority settles something else. */
export const usualKeepingPeriods: KeepingPeriods = { keepDays: 90, remindDays: 14 }

/** When a form was changed last; and when its owner was told of its end, with the day that they were told. */
type Resting = { changedAt: Date; remindedAt: Date | null; promisedUntil: PlainDate | null }

/**
 * The last day on which a form is kept, in London. Nobody’s form ends sooner than they were told, also where the authority
 * makes the period shorter; and who was not told yet has the whole time of the reminder before them.
 */
export function keptUntil(form: Resting, { keepDays, remindDays }: KeepingPeriods, now: Date): PlainDate {
  const last = addDays(dateInLondon(form.changedAt), keepDays)
  const isTold = form.remindedAt !== null && form.remindedAt >= form.changedAt
  const promised = isTold ? form.promisedUntil : addDays(dateInLondon(now), remindDays)
  return promised !== null && comparePlainDates(last, promised) < 0 ? promised : last
}
