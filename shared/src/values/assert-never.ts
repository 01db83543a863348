/** Makes a switch over a union exhaustive: reaching it is a mistake of the program, never of a person. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
