import { expect, test } from 'vitest'
import { compareSides, median, meetsGoal, percentile, rounded, wordGoal } from './figures.ts'

test('the median is the middle value in whatever order they come, and nothing has none', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([10, 2, 1, 3])).toBe(2.5)
  expect(median([4])).toBe(4)
  expect(() => median([])).toThrow('no median')
})

test('one outlier among five rounds does not move the median', () => {
  expect(median([1, 2, 3, 4, 1000])).toBe(3)
})

test('95 of a hundred values are not above their 95th percentile, whatever the rest is', () => {
  const values = Array.from({ length: 100 }, (_, index) => (index < 95 ? index + 1 : 1000))
  expect(percentile(values.toReversed(), 95)).toBe(95)
  expect(percentile([7], 95)).toBe(7)
  expect(() => percentile([], 95)).toThrow('no percentile')
})

test('a share is ours by the peer, what is beyond is ours less the peer, a part is that by ours', () => {
  expect(compareSides('share', 300, 600)).toBe(0.5)
  expect(compareSides('beyond', 9, 2)).toBe(7)
  expect(compareSides('part', 10, 9)).toBe(0.1)
  expect(compareSides('alone', 7, 3)).toBe(7)
})

test('a goal is met at its very value, and never by what is no number', () => {
  expect(meetsGoal({ at: 'least', value: 0.4 }, 0.4)).toBe(true)
  expect(meetsGoal({ at: 'least', value: 0.4 }, 0.39)).toBe(false)
  expect(meetsGoal({ at: 'most', value: 15 }, 15)).toBe(true)
  expect(meetsGoal({ at: 'most', value: 15 }, 15.1)).toBe(false)
  expect(meetsGoal({ at: 'most', value: 15 }, Number.NaN)).toBe(false)
})

test('figures are printed with three digits', () => {
  expect([0.41234, 12.345, 1234.5, 0].map(rounded)).toEqual([0.412, 12.3, 1235, 0])
  expect(wordGoal({ at: 'least', value: 0.4 })).toBe('≥ 0.4')
})
