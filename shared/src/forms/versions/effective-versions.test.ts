import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../values/plain-date.ts'
import { findVersionOn, versionStateOn } from './effective-versions.ts'

const versions = [
  { number: 1, effectiveFrom: '2026-01-01' },
  { number: 2, effectiveFrom: '2026-09-01' },
  { number: 3, effectiveFrom: '2026-03-01' },
  { number: 4, effectiveFrom: '2026-09-01' },
]

test('the version in effect on a day is the last to begin until then, of two the newer', () => {
  const on = (date: string) => findVersionOn(versions, date)?.number
  expect(on('2025-12-31')).toBeUndefined()
  expect(on('2026-01-01')).toBe(1)
  expect(on('2026-02-28')).toBe(1)
  expect(on('2026-03-01')).toBe(3)
  expect(on('2026-08-31')).toBe(3)
  expect(on('2026-09-01')).toBe(4)
})

test('a version replaced before its day comes is previous, not future', () => {
  const states = versions.map((version) => versionStateOn(version, versions, '2026-04-01'))
  expect(states).toEqual(['previous', 'previous', 'current', 'future'])
})

test('on any day one version at most is current, and from the first day on exactly one', () => {
  const days = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(days, fc.nat({ max: 50 }), (offsets, day) => {
      const listed = offsets.map((offset, index) => ({
        number: index + 1,
        effectiveFrom: addDays('2026-01-01', offset),
      }))
      const date = addDays('2026-01-01', day)
      const current = listed.filter((version) => versionStateOn(version, listed, date) === 'current')
      expect(current).toHaveLength(Math.min(...offsets) <= day ? 1 : 0)
      for (const version of listed) {
        if (versionStateOn(version, listed, date) === 'future')
          expect(versionStateOn(version, listed, version.effectiveFrom)).toBe('current')
      }
    }),
  )
})
