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

// Of twelve characters and more, from the published lists of leaked passwords; shorter ones are too short.
const leaked = `
  1q2w3e4r5t6y 1qaz2wsx3edc zaq12wsxcde3 q1w2e3r4t5y6 qazwsxedcrfv 1qazxsw23edc
  123456789abc qwerty123456 qwertyuiop123 password1234 password12345 iloveyou1234
  abc123abc123 asdfghjkl123 princess1234 football2024 liverpool123 letmein12345
  sunshine1234 administrator abcdefghijkl 987654321098 monkey123456 dragon123456
`

test.each(leaked.trim().split(/\s+/))(
  'V6.2.4: %s, which leads the lists of leaked passwords, is refused',
  (password) => {
    expect(findPasswordProblem(password, about)).toBe('tooCommon')
  },
)

test('words that people choose are not taken for walks on the keyboard', () => {
  for (const password of ['harbour lantern orchid', 'westward property', 'kettle-moths', 'Dŵr oer y mynydd'])
    expect(findPasswordProblem(password, about), password).toBeUndefined()
})
