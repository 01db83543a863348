/** A unique learner number tidied for comparison: digits only. */
export function tidyUln(typed: string): string {
  return typed.replace(/[\s-]+/g, '')
}

/**
 * Whether a unique learner number has ten digits and the right check digit.
 * Source: HESA Student record C17051, Unique Learner Number: the first nine weighted 10–2, modulo 11; ten minus the
 * remainder is the last digit, so that a remainder of 0 is never issued.
 */
export function isUln(typed: string): boolean {
  const digits = tidyUln(typed)
  if (!/^[1-9]\d{9}$/.test(digits)) return false
  let sum = 0
  for (let place = 0; place < 9; place += 1) sum += Number(digits.charAt(place)) * (10 - place)
  const remainder = sum % 11
  return remainder !== 0 && 10 - remainder === Number(digits.charAt(9))
}
