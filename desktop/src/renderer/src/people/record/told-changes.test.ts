import { emptyEntry } from '@send/shared/people/person-entry'
import { expect, test } from 'vitest'

import { carryOver, isSinceRight, listAskedUnits, tellChanges } from './told-changes.ts'

const before = { ...emptyEntry, givenNames: 'Efa', familyName: 'Rees', town: 'Leeds' }

test('it is asked how a value changed that said something before, and of an address as a whole', () => {
  const entry = {
    ...before,
    familyName: 'Pryce',
    addressLine: '5 High Street',
    upn: 'B801200005001',
    sex: 'male' as const,
  }
  expect(listAskedUnits(before, entry)).toEqual(['familyName', 'address'])
  expect(listAskedUnits(before, before)).toEqual([])
})

test('unless somebody says otherwise a value changed, and what is not asked about is not told', () => {
  const told = { address: { kind: 'wrong' }, upn: { kind: 'wrong' } } as const
  expect(tellChanges(['familyName', 'address'], told)).toEqual({
    familyName: { kind: 'changed' },
    address: { kind: 'wrong' },
  })
})

test.each([
  [undefined, true],
  ['2014-02-03', true],
  ['2026-11-27', true],
  ['2014-02-02', false],
  ['2026-11-28', false],
])('of a child born on 3 February 2014 a value that holds since %s is right: %s', (since, right) => {
  expect(isSinceRight(since, '2014-02-03', '2026-11-27')).toBe(right)
})

test('on top of a colleague’s change stays what was typed, and nothing else', () => {
  const entry = { ...before, familyName: 'Pryce' }
  const now = { ...before, familyName: 'Price', town: 'York' }
  expect(carryOver(before, entry, now)).toEqual({ ...now, familyName: 'Pryce' })
})
