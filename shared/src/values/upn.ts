/** Letters a check letter can be: I, O and S are left out. */
const checkLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** A unique pupil number tidied for comparison: capitals, no spaces. */
export function tidyUpn(typed: string): string {
  return typed.replace(/\s+/g, '').toUpperCase()
}

/**
 * Whether a UPN has the right shape and check letter; the last character of a temporary one is a letter.
 * Source: govtalk Unique Pupil Number 2.0: characters 2–13 weighted 2–13, sum modulo 23 names the letter.
 */
export function isUpn(typed: string): boolean {
  const upn = tidyUpn(typed)
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(upn)) return false
  let sum = 0
  for (let place = 2; place <= 13; place += 1) {
    const character = upn.charAt(place - 1)
    const value = /\d/.test(character) ? Number(character) : checkLetters.indexOf(character)
    sum += value * place
  }
  return checkLetters.charAt(sum % 23) === upn.charAt(0)
}

/** Whether a UPN is a temporary one, given out until the permanent one is known: its last character is a letter. */
export function isTemporaryUpn(typed: string): boolean {
  return isUpn(typed) && /[A-Z]$/.test(tidyUpn(typed))
}
