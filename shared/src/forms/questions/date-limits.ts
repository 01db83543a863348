import { z } from 'zod'
import { inLanguage } from '../../texts/language.ts'
import type { Language, Text } from '../../texts/language.ts'
import { questionTranslator } from '../../texts/question-translator.ts'
import { PlainDate, addToDate, formatDate } from '../../values/plain-date.ts'
import type { ValidationContext } from './question-parts.ts'

/** The furthest that a relative limit may lie from today, in its own unit. */
export const mostFromToday = 1000

/** A first or last date: fixed, or so far from the day on which the question is answered. */
export const DateLimit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), date: PlainDate }),
  z.strictObject({
    kind: z.literal('fromToday'),
    amount: z.int().min(-mostFromToday).max(mostFromToday),
    unit: z.enum(['days', 'months', 'years']),
  }),
])
export type DateLimit = z.infer<typeof DateLimit>

export const dateLimits = { earliest: DateLimit.optional(), latest: DateLimit.optional() }

/** Dates before this are slips of the keyboard: nobody who is written about here was born before. */
const firstDate = '1900-01-01'
/** Years from today that a plan for somebody born today can reach (Children and Families Act 2014 s.83). */
const mostYearsAhead = 25

type Limited = {
  wording: Text
  earliest?: DateLimit | undefined
  latest?: DateLimit | undefined
}

/** The first and last date that a question takes on a day. */
export function dateBounds(
  { earliest, latest }: Omit<Limited, 'wording'>,
  today: PlainDate,
): { first: PlainDate; last: PlainDate } {
  return {
    first: earliest ? resolveLimit(earliest, today) : firstDate,
    last: latest ? resolveLimit(latest, today) : addToDate(today, mostYearsAhead, 'years'),
  }
}

/**
 * What is wrong with a real date that lies outside of the limits, or undefined. `typed` may be a date, a
 * month (`2026-11`) or a year: it is compared as far as it was told.
 */
export function limitProblem(
  question: Limited,
  typed: string,
  context: ValidationContext,
): string | undefined {
  const { first, last } = dateBounds(question, context.today)
  const t = questionTranslator(context.language)
  const wording = { question: inLanguage(question.wording, context.language) }
  const told = (limit: PlainDate) => ({ ...wording, date: inWords(limit, typed.length, context.language) })
  if (typed < first.slice(0, typed.length)) {
    return isToday(question.earliest)
      ? t('validation.dateInPast', wording)
      : t('validation.dateTooEarly', told(first))
  }
  if (typed > last.slice(0, typed.length)) {
    return isToday(question.latest)
      ? t('validation.dateInFuture', wording)
      : t('validation.dateTooLate', told(last))
  }
  return undefined
}

function resolveLimit(limit: DateLimit, today: PlainDate): PlainDate {
  return limit.kind === 'fixed' ? limit.date : addToDate(today, limit.amount, limit.unit)
}

function isToday(limit: DateLimit | undefined): boolean {
  return limit?.kind === 'fromToday' && limit.amount === 0
}

function inWords(limit: PlainDate, letters: number, language: Language): string {
  return letters === limit.length
    ? formatDate(limit, language)
    : formatMonth(limit.slice(0, letters), language)
}

/** A month (`2026-11`) in words, or a year as it is. */
export function formatMonth(yearOrMonth: string, language: Language): string {
  if (yearOrMonth.length === 4) return yearOrMonth
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const locale = language === 'cy' ? 'cy-GB' : 'en-GB'
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${yearOrMonth}-01T00:00:00Z`))
}
