import { expect, test } from 'vitest'
import { safeReturnTo } from './return-to.ts'

test.each([
  ['/', '/'],
  ['/submissions/1/pages/p_2?from=check', '/submissions/1/pages/p_2?from=check'],
])('a path of this portal is kept: %s', (wanted, expected) => {
  expect(safeReturnTo(wanted)).toBe(expected)
})

test.each([
  [null],
  [''],
  ['https://elsewhere.example/'],
  ['//elsewhere.example/'],
  ['/\\elsewhere.example'],
  ['\\\\elsewhere.example'],
  ['/\t/elsewhere.example'],
  ['/\n/elsewhere.example'],
  ['/./\\elsewhere.example'],
  ['/.//elsewhere.example'],
  ['javascript:alert(1)'],
  [' /home'],
])('anything else leads home: %j', (wanted) => {
  expect(safeReturnTo(wanted)).toBe('/')
})
