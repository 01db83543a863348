/** An NHS number tidied for comparison: digits only. */
export function tidyNhsNumber(typed: string): string {
  return typed.replace(/[\s-]+/g, '')
}

/**
 * Whether an NHS number has ten digits and the right check digit.
 * Source: NHS Data Dictionary, modulus 11: weights 10–2; a check of 11 is written 0, a check of 10 is never issued.
 */
export function isNhsNumber(typed: string): boolean {
  const digits = tidyNhsNumber(typed)
  if (!/^\d{10}$/.test(digits)) return false
  let sum = 0
  for (let place = 0; place < 9; place += 1) sum += Number(digits.charAt(place)) * (10 - place)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits.charAt(9))
}
