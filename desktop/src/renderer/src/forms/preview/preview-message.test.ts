import { newQuestionId } from '@send/shared/values/ids'
import { expect, test } from 'vitest'

import { PreviewTyped } from './preview-message.ts'

test('what the preview tells the window is taken as test answers of a known shape, or not at all', () => {
  const id = newQuestionId()
  const told = (answers: unknown, more = {}) =>
    PreviewTyped.safeParse({ kind: 'typed', answers, ...more }).success
  expect(told({ [id]: 'yes' })).toBe(true)
  expect(told({})).toBe(true)
  expect(told(JSON.parse('{"__proto__": "yes"}'))).toBe(false)
  expect(told({ constructor: 'yes' })).toBe(false)
  expect(told({ [id]: { toString: 'yes' } })).toBe(false)
  expect(told({ [id]: 'y'.repeat(1_000_000) })).toBe(false)
  expect(told('yes')).toBe(false)
  expect(told({ [id]: 'yes' }, { definition: {} })).toBe(false)
})
