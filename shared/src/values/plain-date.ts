import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { StorableText } from './storable-text.ts'

/** A date without a time, as ISO text: `2026-11-03`. Births and statutory clocks know no time zone. */
export const PlainDate = z.iso.date()
export type PlainDate = z.infer<typeof PlainDate>

/** A date as typed into three boxes; nothing is refused here, so that nothing typed is lost. */
export const TypedDate = z.strictObject({
  day: StorableText.max(20),
  month: StorableText.max(20),
  year: StorableText.max(20),
})
export type TypedDate = z.infer<typeof TypedDate>

/** The real date that was typed, or undefined; month names and two-digit years are not guessed at. */
export function findTypedDate(typed: TypedDate): PlainDate | undefined {
  const [day, month, year] = [typed.day, typed.month, typed.year].map((part) => part.trim())
  if (!/^\d{1,2}$/.test(day ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{4}$/.test(year ?? ''))
    return undefined
  try {
    const fields = { day: Number(day), month: Number(month), year: Number(year) }
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** A date as somebody would type it into three boxes. */
export function typedDateOf(date: PlainDate): TypedDate {
  const { day, month, year } = Temporal.PlainDate.from(date)
  return { day: String(day), month: String(month), year: String(year) }
}

/** The date of `instant` as clocks in England show it. */
export function dateInLondon(instant: Date): PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO('Europe/London')
    .toPlainDate()
    .toString()
}

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
})

/** The time of an instant in England: 22:14. */
export function timeInLondon(instant: Date): string {
  return clock.format(instant)
}

/** The instant at which a date begins in London. */
export function startOfDayInLondon(date: PlainDate): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime('Europe/London').epochMilliseconds)
}

/** The last day on which something that ends at an instant still counts: an end at midnight is the day before. */
export function lastDayBefore(end: Date): PlainDate {
  return dateInLondon(new Date(end.getTime() - 1))
}

/** `date` plus a number of calendar days. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** `date` plus calendar days, months or years; where the month has no such day, its last. */
export function addToDate(date: PlainDate, amount: number, unit: 'days' | 'months' | 'years'): PlainDate {
  return Temporal.PlainDate.from(date)
    .add({ [unit]: amount })
    .toString()
}

/** `date` moved by years, months and days, in this order; a day that a month does not have becomes its last. */
export function shiftDate(date: PlainDate, by: { days: number; months: number; years: number }): PlainDate {
  return Temporal.PlainDate.from(date)
    .add({ years: by.years, months: by.months, days: 0 })
    .add({ days: by.days })
    .toString()
}

/** Whole days from one date to another, negative when it lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

/** Negative, zero or positive as `a` is before, on or after `b`. */
export function comparePlainDates(a: PlainDate, b: PlainDate): number {
  return Temporal.PlainDate.compare(a, b)
}

/** Completed years from `birth` to `on`; somebody born on 29 February ages on 1 March in other years. */
export function ageOn(birth: PlainDate, on: PlainDate): number {
  return Temporal.PlainDate.from(birth).until(on, { largestUnit: 'years' }).years
}

const writer = (locale: string, month: 'long' | 'short') =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' })
// Made once: to make one takes longer than to write a hundred dates with it.
const writers = {
  en: { long: writer('en-GB', 'long'), short: writer('en-GB', 'short') },
  cy: { long: writer('cy-GB', 'long'), short: writer('cy-GB', 'short') },
}

/** A date as people here write it: 3 November 2026, or `short` 3 Nov 2026; in Welsh 3 Tachwedd 2026. */
export function formatDate(
  date: PlainDate,
  language: 'en' | 'cy' = 'en',
  style: 'long' | 'short' = 'long',
): string {
  return writers[language][style].format(new Date(`${date}T00:00:00Z`))
}
