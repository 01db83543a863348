import type { Birth } from '../read-birth.ts'
import { countSlips } from '../string-closeness.ts'
import type { Field } from './field.ts'

const levels = [
  { id: 'same', shown: 'agrees', words: 'the same', m: 0.9, u: 0.0001, twins: 0.97, rarity: 1 },
  { id: 'swapped', shown: 'close', words: 'day and month exchanged', m: 0.02, u: 0.0001 },
  { id: 'oneDigit', shown: 'close', words: 'one digit off', m: 0.04, u: 0.002, twins: 0.02 },
  { id: 'twoParts', shown: 'close', words: 'two of day, month and year are the same', m: 0.02, u: 0.006 },
  { id: 'twoDigits', shown: 'close', words: 'two digits off', m: 0.01, u: 0.02 },
  { id: 'month', shown: 'close', words: 'less than a month apart', m: 0.002, u: 0.002 },
  { id: 'year', shown: 'differs', words: 'less than a year apart', m: 0.003, u: 0.06 },
  { id: 'decade', shown: 'differs', words: 'less than ten years apart', m: 0.003, u: 0.4 },
  { id: 'other', shown: 'differs', words: 'more than ten years apart', m: 0.002, u: 0.5, twins: 0.005 },
] as const satisfies Field['levels']

export const dateOfBirth: Field = {
  id: 'dateOfBirth',
  name: 'Date of birth',
  levels,
  compare: ({ birth: a }, { birth: b }) =>
    a && b ? levels.findIndex(({ id }) => id === compareBirths(a, b)) : undefined,
  valueIn: ({ birth }) => birth?.digits,
}

function compareBirths(a: Birth, b: Birth): (typeof levels)[number]['id'] {
  if (a.digits === b.digits) return 'same'
  const [inParts, year] = [a.year > 0 && b.year > 0, a.year === b.year]
  if (inParts && year && a.day === b.month && a.month === b.day) return 'swapped'
  const slips = countSlips(a.digits, b.digits, 2)
  if (slips === 1) return 'oneDigit'
  const [month, day] = [a.month === b.month, a.day === b.day]
  if (inParts && Number(year) + Number(month) + Number(day) === 2) return 'twoParts'
  if (slips === 2) return 'twoDigits'
  const days = inParts ? Math.abs(dayNumber(a) - dayNumber(b)) : Infinity
  if (days <= 31) return 'month'
  if (days <= 366) return 'year'
  return days <= 3653 ? 'decade' : 'other'
}

/** Days, for distances alone; a date that does not exist counts on into the next month. */
function dayNumber({ year, month, day }: Birth): number {
  return Date.UTC(year, month - 1, day) / 86_400_000
}
