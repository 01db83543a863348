/**
 * Whether a telephone number can be rung from the United Kingdom: 10 or 11 digits from 0 (a mobile 11), as Ofcom's
 * numbering plan has them, or any country's number behind + or 00 (ITU-T E.164: 15 digits at most). Spaces,
 * brackets, hyphens, dots and an extension are allowed; the number is kept as it was typed.
 */
export function isPhoneNumber(typed: string): boolean {
  const number = typed.trim().replace(/\s*(?:ext\.?|x|est\.?|estyniad|extension)\s*\d{1,6}$/i, '')
  const digits = number.replace('(0)', '').replaceAll(/[\s().-]/g, '')
  const home = digits.replace(/^(?:\+|00)44(?=[1-9])/, '0')
  if (/^0[1-9]/.test(home)) return /^0(?:7\d{9}|[1-35689]\d{8,9})$/.test(home)
  return !/^(?:\+|00)44/.test(home) && /^(?:\+|00)[1-9]\d{6,14}$/.test(home)
}
