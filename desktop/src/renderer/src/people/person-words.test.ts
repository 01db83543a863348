import { expect, it } from 'vitest'

import { yearGroupInWords } from './person-words.ts'

it('puts a child in the usual year group of the school year that began in September', () => {
  expect(yearGroupInWords('2014-02-14', '2026-11-24')).toBe('Year 8')
  expect(yearGroupInWords('2014-02-14', '2026-08-31')).toBe('Year 7')
  expect(yearGroupInWords('2014-02-14', '2026-09-01')).toBe('Year 8')
})

it('tells 31 August from 1 September, the youngest of one year from the oldest of the next', () => {
  expect(yearGroupInWords('2022-08-31', '2026-11-24')).toBe('Reception')
  expect(yearGroupInWords('2022-09-01', '2026-11-24')).toBe('Before school')
})

it('has words for those too young and too old for a year group', () => {
  expect(yearGroupInWords('2025-01-01', '2026-11-24')).toBe('Before school')
  expect(yearGroupInWords('2003-01-01', '2026-11-24')).toBe('After Year 13')
})
