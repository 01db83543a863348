import { expect, test } from 'vitest'

import { markAll, markOne, marksAt, markTo, toggleMark } from './outline-marks.ts'

const rows = ['form', 'page', 'a', 'b', 'c']
const listed = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].join(' ')

test('a range goes from where it began to the row that is shown, in either direction', () => {
  const down = markTo(markOne('a'), rows, 'c')
  expect(listed(down)).toBe('a b c')
  expect(listed(markTo(down, rows, 'page'))).toBe('page a')
  expect(listed(markTo(down, rows, 'form'))).toBe('page a')
})

test('single rows join and leave, and the settings are never among several', () => {
  const two = toggleMark(markOne('a'), 'c')
  expect(listed(two)).toBe('a c')
  expect(listed(toggleMark(two, 'a'))).toBe('c')
  expect(listed(toggleMark(markOne('form'), 'b'))).toBe('b')
  expect(listed(toggleMark(two, 'form'))).toBe('a c')
  expect(listed(markAll(two, rows))).toBe('page a b c')
})

test('they end when another row is shown, and forget rows that are gone', () => {
  const two = toggleMark(markOne('a'), 'c')
  expect(listed(marksAt(two, 'b', rows))).toBe('b')
  expect(listed(marksAt(two, 'c', ['form', 'page', 'c']))).toBe('c')
})
