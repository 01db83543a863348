import { expect, test } from 'vitest'
import { mayBeAdded } from './may-be-added.ts'

const line = {
  flags: [],
  givenNames: 'Amira',
  familyName: 'Whitfield',
  dateOfBirth: '2014-02-03',
  upn: null,
  postcode: 'LS8 4AB',
}
const today = '2026-03-02'

test('SR-546: a line with both names, a date of birth and a postcode or UPN tells enough to add a child', () => {
  expect(mayBeAdded(line, today)).toBe(true)
  expect(mayBeAdded({ ...line, postcode: null, upn: 'B801200005001' }, today)).toBe(true)
  expect(mayBeAdded({ ...line, dateOfBirth: '2000-03-03' }, today)).toBe(true)
})

test.each([
  ['without given names', { givenNames: null }],
  ['without a family name', { familyName: null }],
  ['without a date of birth', { dateOfBirth: null }],
  ['with neither postcode nor UPN', { postcode: null }],
  ['of which something could not be read', { flags: ['sex is neither female nor male: counted as missing'] }],
  ['of somebody who is 26', { dateOfBirth: '2000-03-02' }],
  ['of somebody who is not born yet', { dateOfBirth: '2026-03-03' }],
])('SR-546: nobody is added by a line %s', (_what, lacking) => {
  expect(mayBeAdded({ ...line, ...lacking }, today)).toBe(false)
})
