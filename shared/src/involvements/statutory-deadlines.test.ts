import { expect, test } from 'vitest'
import { decisionDueOn, getDeadline } from './statutory-deadlines.ts'

test('the authority decides within 42 days of the request, across the change of clocks and the year', () => {
  expect(decisionDueOn('2026-11-03')).toBe('2026-12-15')
  expect(decisionDueOn('2026-10-20')).toBe('2026-12-01')
  expect(decisionDueOn('2026-12-01')).toBe('2027-01-12')
})

test('a deadline names its source, and there was none before the law', () => {
  expect(getDeadline('decideWhetherToAssess', '2026-11-03').source).toContain('regulation 5(1)')
  expect(() => getDeadline('decideWhetherToAssess', '2014-08-31')).toThrow('No deadline')
})
