export type ImportReport = {
  lines: number
  added: number
  /** On record already, with the same values. */
  known: number
  refused: number
  /** What was noticed in lines that were taken in, with how many of them. */
  notes: Map<string, number>
}

/** Hears of every line that was refused. Nothing of the values is said. */
export type SayLine = (line: number, sentence: string) => void
