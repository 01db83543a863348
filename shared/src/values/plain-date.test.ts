import { expect, test } from 'vitest'
import {
  addDays,
  ageOn,
  comparePlainDates,
  dateInLondon,
  findTypedDate,
  formatDate,
  lastDayBefore,
  startOfDayInLondon,
} from './plain-date.ts'

test.each([
  [{ day: '29', month: '2', year: '2024' }, '2024-02-29'],
  [{ day: ' 3', month: '11 ', year: '2026' }, '2026-11-03'],
])('%o is a date', (typed, date) => {
  expect(findTypedDate(typed)).toBe(date)
})

test.each([
  { day: '29', month: '2', year: '2026' },
  { day: '31', month: '4', year: '2026' },
  { day: '0', month: '1', year: '2026' },
  { day: '1', month: '13', year: '2026' },
  { day: '1', month: '1', year: '26' },
  { day: 'one', month: 'May', year: '2026' },
  { day: '', month: '', year: '' },
  { day: '1', month: '1', year: '99999' },
])('%o is no date', (typed) => {
  expect(findTypedDate(typed)).toBeUndefined()
})

test('a moment in summer belongs to the next day in London from 23:00 UTC on', () => {
  expect(dateInLondon(new Date('2026-07-01T22:59:59Z'))).toBe('2026-07-01')
  expect(dateInLondon(new Date('2026-07-01T23:00:00Z'))).toBe('2026-07-02')
  expect(dateInLondon(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-01')
})

test('what ends with a midnight in London has the day before as its last', () => {
  for (const day of ['2026-07-02', '2026-12-02'])
    expect(lastDayBefore(startOfDayInLondon(day))).toBe(addDays(day, -1))
  expect(lastDayBefore(new Date('2026-07-02T09:00:00Z'))).toBe('2026-07-02')
})

test('days are added across the change of clocks and the end of a year', () => {
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  expect(addDays('2026-12-01', 42)).toBe('2027-01-12')
})

test('age is counted in completed years', () => {
  expect(ageOn('2001-11-24', '2026-11-23')).toBe(24)
  expect(ageOn('2001-11-23', '2026-11-23')).toBe(25)
  expect(ageOn('2004-02-29', '2026-02-28')).toBe(21)
  expect(ageOn('2004-02-29', '2026-03-01')).toBe(22)
})

test('dates are written as people here write them', () => {
  expect(formatDate('2026-11-03')).toBe('3 November 2026')
  expect(formatDate('2026-11-03', 'en', 'short')).toBe('3 Nov 2026')
  expect(formatDate('2026-11-03', 'cy')).toBe('3 Tachwedd 2026')
})

test('dates are ordered as dates', () => {
  expect(comparePlainDates('2026-02-10', '2026-02-09')).toBeGreaterThan(0)
  expect(comparePlainDates('2026-02-10', '2026-02-10')).toBe(0)
})
