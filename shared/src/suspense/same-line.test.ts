import { expect, test } from 'vitest'
import type { Identity } from './matching/identity.ts'
import { tellOfOneChild } from './same-line.ts'

const earlier: Identity = {
  givenNames: 'Amira',
  familyName: 'Whitfield',
  dateOfBirth: '2014-02-03',
  postcode: 'LS8 4AB',
  upn: 'B801200005001',
}
const without = { ...earlier, upn: undefined }

test.each<[string, Identity, boolean]>([
  ['another spelling of a name', { ...without, familyName: 'Whitfeld' }, true],
  ['another date of birth', { ...without, dateOfBirth: '2014-03-02' }, true],
  ['a new home', { ...without, postcode: 'M1 1AA' }, true],
  ['a date that is missing now', { ...without, dateOfBirth: undefined }, true],
  ['both names changed, and the UPN the same', { ...earlier, givenNames: 'Amy', familyName: 'Rees' }, true],
  ['a brother', { ...without, givenNames: 'Omar', dateOfBirth: '2011-05-05' }, false],
  ['another child altogether', { givenNames: 'Tom', familyName: 'Rees', dateOfBirth: '2010-01-01' }, false],
  ['a line that tells of nothing', {}, false],
])('%s under the same number: one child is %s', (_what, later, same) => {
  expect(tellOfOneChild(earlier, later)).toBe(same)
  expect(tellOfOneChild(later, earlier)).toBe(same)
})
