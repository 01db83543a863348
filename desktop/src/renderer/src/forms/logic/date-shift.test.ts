import { DateValue } from '@send/shared/forms/conditions/operand'
import { expect, test } from 'vitest'

import { fromToday, mostOf, shiftOf, units } from './date-shift.ts'

test('a time before or after today is read as it was written, and the furthest is still a date', () => {
  for (const side of ['before', 'after'] as const) {
    for (const unit of units) {
      const date = fromToday({ side, count: mostOf[unit], unit })
      expect(shiftOf(date)).toEqual({ side, count: mostOf[unit], unit })
      expect(DateValue.safeParse(date).success).toBe(true)
    }
  }
  expect(shiftOf({ kind: 'today', days: 0 })).toMatchObject({ side: 'today', count: 0 })
  expect(fromToday({ side: 'today', count: 3, unit: 'days' })).toEqual({ kind: 'today' })
})

test('a date of several units, and one that is not counted from today, are told apart', () => {
  expect(shiftOf({ kind: 'today', years: -16, days: 1 })).toBe('several')
  expect(shiftOf({ kind: 'fixed', date: '2026-11-03' })).toBeUndefined()
})
