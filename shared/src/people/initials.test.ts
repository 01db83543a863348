import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['Amira Noor', 'Khan', 'A. K.'],
  ['émile', 'o’Neill', 'É. O.'],
  ['(Zoë)', '’t Hooft', 'Z. T.'],
  ['قاسم', 'Khan', 'ق. K.'],
  ['Amira', '', 'A.'],
  [null, 'Khan', 'K.'],
  ['', undefined, ''],
  ['123', '—', ''],
])('the initials of %j %j are %j', (givenNames, familyName, initials) => {
  expect(initialsOf({ givenNames, familyName })).toBe(initials)
})
