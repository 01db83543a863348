import { expect, test } from 'vitest'
import { createRecentlyUsed } from './recently-used.ts'

test('of more values than are kept, the one goes that was not used for longest', () => {
  const kept = createRecentlyUsed<number>(2)
  kept.set('one', 1)
  kept.set('two', 2)
  expect(kept.get('one')).toBe(1)
  kept.set('three', 3)
  expect(['one', 'two', 'three'].map(kept.get)).toEqual([1, undefined, 3])
})

test('a value that is set again is there once, and as it was set last', () => {
  const kept = createRecentlyUsed<number>(2)
  kept.set('one', 1)
  kept.set('two', 2)
  kept.set('one', 11)
  kept.set('three', 3)
  expect(['one', 'two', 'three'].map(kept.get)).toEqual([11, undefined, 3])
})
