import { expect, test } from 'vitest'

import { findFreeCode } from './free-code.ts'

test('a new form gets a code that no other form has', () => {
  expect(findFreeCode([])).toBe('NEW-FORM')
  expect(findFreeCode(['NEW-FORM', 'OTHER', 'NEW-FORM-2'])).toBe('NEW-FORM-3')
})

test('a form from the library keeps its own code as long as nobody has it', () => {
  expect(findFreeCode(['NEW-FORM'], 'VIEWS-A')).toBe('VIEWS-A')
  expect(findFreeCode(['VIEWS-A', 'VIEWS-A-2'], 'VIEWS-A')).toBe('VIEWS-A-3')
})
