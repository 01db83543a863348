/** A code for a new form that none of the known forms has: `start`, with a number behind it where it is taken. */
export function findFreeCode(taken: readonly string[], start = 'NEW-FORM'): string {
  let number = 1
  let code = start
  while (taken.includes(code)) {
    number += 1
    code = `${start}-${number}`
  }
  return code
}
