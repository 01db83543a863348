import { expect, test } from 'vitest'
import { compulsorySchoolAgeEnds } from './compulsory-school-age.ts'

test.each([
  // The last Friday in June: 26 June 2026, 25 June 2027, 30 June 2028.
  ['2009-09-01', '2026-06-26'],
  ['2010-08-31', '2026-06-26'],
  ['2010-09-01', '2027-06-25'],
  ['2011-06-25', '2027-06-25'],
  ['2012-02-29', '2028-06-30'],
])('who was born on %s is of compulsory school age until %s', (born, last) => {
  expect(compulsorySchoolAgeEnds(born)).toBe(last)
})
