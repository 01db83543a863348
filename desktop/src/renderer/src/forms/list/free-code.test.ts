import { expect, test } from 'vitest'

import { findFreeCode } from './free-code.ts'

test('a new form gets a code that no other form has', () => {
  expect(findFreeCode([])).toBe('NEW-FORM')
  expect(findFreeCode(['NEW-FORM', 'OTHER', 'NEW-FORM-2'])).toBe('NEW-FORM-3')
})
