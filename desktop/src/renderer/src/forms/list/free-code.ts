const start = 'NEW-FORM'

/** A code for a new form that none of the known forms has. */
export function findFreeCode(taken: readonly string[]): string {
  let number = 1
  let code = start
  while (taken.includes(code)) {
    number += 1
    code = `${start}-${number}`
  }
  return code
}
