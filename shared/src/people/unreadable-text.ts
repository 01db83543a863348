const longest = 200
// What a spreadsheet would run as a formula is the rest of a mistake, never a name or an address.
const formula = /^[=+@＝＋＠]/u

/** Whether a text is too long for a record, has letters that no record keeps, or is a formula. */
export function isUnreadableText(text: string): boolean {
  return text.length > longest || /\p{Cc}|\p{Cs}|\uFFFD/u.test(text) || formula.test(text)
}
