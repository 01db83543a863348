import { expect, test } from 'vitest'
import { findFormerName } from './keep-former-name.ts'
import { tellHistory } from './tell-history.ts'

function move(endedOn: string | null, kind: 'changed' | 'wrong' | null = 'changed') {
  return { unit: 'address' as const, kind, endedOn }
}

test('each value begins when the one before it ended', () => {
  const { earlier, since } = tellHistory([move('2024-09-01'), move('2026-03-05')])
  expect(earlier.map(({ from, until }) => [from, until])).toEqual([
    [null, '2024-09-01'],
    ['2024-09-01', '2026-03-05'],
  ])
  expect(since).toEqual({ address: '2026-03-05' })
})

test('a value that was wrong held at no time, and what is right holds since the one before it ended', () => {
  const { earlier, since } = tellHistory([move('2024-09-01'), move(null, 'wrong')])
  expect(earlier.map(({ from, until }) => [from, until])).toEqual([
    [null, '2024-09-01'],
    [null, null],
  ])
  expect(since).toEqual({ address: '2024-09-01' })
})

test('where nobody said when, nothing is guessed', () => {
  const { earlier, since } = tellHistory([move('2024-09-01'), move(null, null), move('2026-03-05')])
  expect(earlier.map(({ from, until }) => [from, until])).toEqual([
    [null, '2024-09-01'],
    ['2024-09-01', null],
    [null, '2026-03-05'],
  ])
  expect(since).toEqual({ address: '2026-03-05' })
})

test.each([
  ['Smith', 'Khan', 'Smith'],
  ['Smith', 'Smith-Khan', 'Smith'],
  ['Smith', 'SMITH', undefined],
  ['Smith', 'Smyth', undefined],
  ['Whitfield', 'Whitfeild', undefined],
  ['', 'Smith', undefined],
])('of %s who is told to be %s the former family name is %s', (earlier, now, former) => {
  expect(findFormerName(earlier, now)).toBe(former)
})
