/** What a part of the check or of the tests came to. */
export type Outcome = {
  passed: number
  skipped: number
  /** Each with its name first and below it what was found, for whoever reads the end of a long log. */
  failures: string[]
}

/** All parts as one. */
export function addUp(parts: Outcome[]): Outcome {
  return {
    passed: parts.reduce((sum, { passed }) => sum + passed, 0),
    skipped: parts.reduce((sum, { skipped }) => sum + skipped, 0),
    failures: parts.flatMap(({ failures }) => failures),
  }
}

const mostLines = 40

/** A name, and of what was found the first lines, indented. */
export function describeFailure(name: string, found: string): string {
  const lines = found.trimEnd().split('\n')
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines
  return [name, ...shown.map((line) => `        ${line}`)].join('\n')
}

/** The end of a run: everything that failed once more, and the line that counts. */
export function sayOutcome({ passed, skipped, failures }: Outcome, say: (line: string) => void): void {
  if (failures.length > 0) say('\nWhat failed, once more:')
  for (const failure of failures) say(`FAILED  ${failure}`)
  say(`${passed} passed, ${failures.length} failed, ${skipped} skipped`)
}
