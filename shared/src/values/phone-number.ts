const extension = /\s*(?:ext\.?|x|est\.?|estyniad|extension)\s*(?<number>\d{1,6})$/i

/**
 * Whether a telephone number can be rung from the United Kingdom: 10 or 11 digits from 0 (a mobile 11), as Ofcom's
 * numbering plan has them, or any country's number behind + or 00 (ITU-T E.164: 15 digits at most). Spaces,
 * brackets, hyphens, dots and an extension are allowed; the number is kept as it was typed.
 */
export function isPhoneNumber(typed: string): boolean {
  const home = digitsOf(typed)
  if (/^0[1-9]/.test(home)) return /^0(?:7\d{9}|[1-35689]\d{8,9})$/.test(home)
  return !/^(?:\+|00)44/.test(home) && /^(?:\+|00)[1-9]\d{6,14}$/.test(home)
}

/** Whether a number that can be rung may be a mobile's: from 07, or of another country, whose plans we do not know. */
export function isMobileNumber(typed: string): boolean {
  return /^(?:07|\+|00)/.test(digitsOf(typed))
}

/**
 * A number that can be rung, as it is kept: from 0 or +, its groups parted by single spaces as they were typed, a British
 * mobile's as `07700 900123`, an extension as `ext 12`.
 */
export function tidyPhoneNumber(typed: string): string {
  const digits = digitsOf(typed)
  const inner = extension.exec(typed.trim())?.groups?.['number']
  const number = /^07\d{9}$/.test(digits) ? `${digits.slice(0, 5)} ${digits.slice(5)}` : spacedOf(typed)
  return inner === undefined ? number : `${number} ext ${inner}`
}

/** Digits alone, behind the + of another country or the 0 of ours. */
function digitsOf(typed: string): string {
  const digits = withoutExtension(typed).replaceAll(/[\s().-]/g, '')
  return digits.replace(/^(?:\+|00)44(?=[1-9])/, '0')
}

function spacedOf(typed: string): string {
  const spaced = withoutExtension(typed)
    .replaceAll(/[\s().-]+/g, ' ')
    .trim()
  return spaced.replace(/^(?:\+|00) ?44 ?(?=[1-9])/, '0').replace(/^00 ?(?=[1-9])/, '+')
}

function withoutExtension(typed: string): string {
  return typed.trim().replace(extension, '').replace('(0)', '')
}
