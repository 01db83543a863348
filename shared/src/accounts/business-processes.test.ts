import { expect, test } from 'vitest'
import { covers } from './business-processes.ts'

test('a whole process covers looking, looking does not cover acting, and nothing covers another process', () => {
  expect(covers(['people'], 'people', 'read')).toBe(true)
  expect(covers(['people.read'], 'people', 'read')).toBe(true)
  expect(covers(['people.read'], 'people', 'write')).toBe(false)
  expect(covers(['people'], 'matching', 'read')).toBe(false)
  expect(covers([], 'audit', 'read')).toBe(false)
})
