import { expect, test } from 'vitest'
import { findPasswordProblem } from './password-rules.ts'

const about = { email: 'sam.evans@example.org' }

test('a password has 12 to 128 characters, counted as a person counts', () => {
  expect(findPasswordProblem('kettle-moth', about)).toBe('tooShort')
  expect(findPasswordProblem('🦉🦊🐢🐙🦔🐝🦀🐳🦜🐞🦋', about)).toBe('tooShort')
  expect(findPasswordProblem('kettle-moths', about)).toBeUndefined()
  expect(findPasswordProblem('kettle moth '.repeat(11), about)).toBe('tooLong')
})

test.each([
  'Password1234!',
  'P4ssw0rd2026',
  'passwordpassword',
  'aaaaaaaaaaaa',
  '123456789012',
  'qwertyuiopas',
  'Welcome123456',
  'samevans2026!',
])('%s is refused as common', (password) => {
  expect(findPasswordProblem(password, about)).toBe('tooCommon')
})

test('three words are a good password, even when one of them is common', () => {
  expect(findPasswordProblem('harbour school lantern', about)).toBeUndefined()
})
