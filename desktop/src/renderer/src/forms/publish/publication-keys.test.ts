import { expect, test } from 'vitest'

import { createPublicationKeys } from './publication-keys.ts'

test('a publication keeps its key until it is answered or the draft is another', () => {
  const keys = createPublicationKeys()
  const first = keys.keyFor({ title: 'a' })
  expect(keys.keyFor({ title: 'a' })).toBe(first)
  expect(keys.keyFor({ title: 'b' })).not.toBe(first)
  const second = keys.keyFor({ title: 'a' })
  keys.answered()
  expect(keys.keyFor({ title: 'a' })).not.toBe(second)
})
