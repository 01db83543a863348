/** A postcode as the Post Office writes it (`LS8 4AB`), or undefined when it is not of a UK shape. */
export function findPostcode(typed: string): string | undefined {
  const letters = typed.replace(/\s+/g, '').toUpperCase()
  if (letters === 'GIR0AA') return 'GIR 0AA'
  if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(letters)) return undefined
  return `${letters.slice(0, -3)} ${letters.slice(-3)}`
}
