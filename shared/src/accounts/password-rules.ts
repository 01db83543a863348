import { commonPasswordWords } from './common-passwords.ts'
import { isKeyboardWalk } from './keyboard-walk.ts'

/** Lengths in characters as a person counts them; composition rules are left out on purpose (NIST SP 800-63B). */
export const passwordLength = { min: 12, max: 128 } as const

export type PasswordProblem = 'tooShort' | 'tooLong' | 'tooCommon'

/** What is wrong with a new password, or undefined. */
export function findPasswordProblem(password: string, about: { email: string }): PasswordProblem | undefined {
  const characters = Array.from(password)
  if (characters.length < passwordLength.min) return 'tooShort'
  if (characters.length > passwordLength.max) return 'tooLong'
  return isCommon(password, about.email) ? 'tooCommon' : undefined
}

/**
 * Common: a well-known word or the own e-mail name with digits around it, a run, a walk on the keyboard, one
 * short piece over and over, or few different characters.
 */
function isCommon(password: string, email: string): boolean {
  const plain = password.toLowerCase()
  if (new Set(plain).size < 5 || isRun(plain) || isKeyboardWalk(plain) || isRepeated(plain)) return true
  const emailName = (email.split('@')[0] ?? '').toLowerCase().replace(/[^a-z]/g, '')
  const words = emailName.length >= 4 ? [...commonPasswordWords, emailName] : commonPasswordWords
  const readings = [plain, withoutDisguise(plain)].map((reading) => reading.replace(/[^a-z]/g, ''))
  return readings.some((letters) =>
    words.some((word) => letters.includes(word) && letters.replaceAll(word, '').length < 4),
  )
}

/** `p4ssw0rd!` reads as `password!`. */
function withoutDisguise(password: string): string {
  const letters: Record<string, string> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '@': 'a',
    $: 's',
  }
  return password.replace(/[01345@$]/g, (sign) => letters[sign] ?? sign)
}

/** `abc123abc123` is no longer than `abc123`. */
function isRepeated(password: string): boolean {
  return /^(.{1,8})\1+$/u.test(password)
}

function isRun(password: string): boolean {
  const rows = ['0123456789012345678901234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']
  return rows.some((row) => row.includes(password) || Array.from(row).reverse().join('').includes(password))
}
