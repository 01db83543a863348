import { Temporal } from 'temporal-polyfill'
import type { PlainDate } from '../values/plain-date.ts'

/**
 * The last day of compulsory school age: the last Friday in June of the school year (1 September to 31 August)
 * in which the child turns 16. From the day after, the rights under Part 3 are the young person's own.
 * Source: Education Act 1996 s.8(3), Education (School Leaving Date) Order 1997 (SI 1997/1970);
 * Children and Families Act 2014 s.83(2).
 */
export function compulsorySchoolAgeEnds(dateOfBirth: PlainDate): PlainDate {
  const sixteenth = Temporal.PlainDate.from(dateOfBirth).add({ years: 16 })
  const year = sixteenth.month >= 9 ? sixteenth.year + 1 : sixteenth.year
  const lastOfJune = Temporal.PlainDate.from({ year, month: 6, day: 30 })
  // Monday is 1, Friday 5.
  return lastOfJune.subtract({ days: (lastOfJune.dayOfWeek + 2) % 7 }).toString()
}
