import { inTransactionAs, type Database, type Transaction } from '../database/client.ts'
import { openCsv, type CsvRecord } from './read-csv.ts'

export type ImportOptions = {
  file: string
  /** Looks at everything and changes nothing. */
  dryRun: boolean
  say: SayLine
}

/** Hears of every line of which there is something to say. Nothing of the values is said. */
type SayLine = (line: number, sentence: string) => void

export type ImportReport = {
  lines: number
  added: number
  /** There already, with the same values. */
  known: number
  /** There already with other values, which were brought up to date. */
  corrected: number
  refused: number
  /** What was noticed in lines that were taken in, with how many of them. */
  notes: Map<string, number>
}

/** What became of some lines that were taken in together. */
export type TakenIn = {
  added: number
  known: number
  corrected?: number
  refused: { line: number; why: string }[]
  notes: string[]
}

/** A line as it is read: what it brings in with what was noticed, or why it is refused. */
export type ReadLine<Line> = { taken: Line; notes: string[] } | { refused: string }

type Reading<Column extends string, Line> = {
  columns: readonly Column[]
  required: readonly Column[]
  read: (record: CsvRecord<Column>) => ReadLine<Line>
  /** Takes in what is not there yet of some lines, in one transaction. */
  takeIn: (tx: Transaction, lines: Line[]) => Promise<TakenIn>
}

/** Lines that are taken in together: so many are lost at most when the import is stopped, and found again by the next. */
const together = 500

/**
 * Takes in a file line by line, some in each transaction. What takes lines in leaves those that are there already, so
 * that the same file can be given again, be it after a mistake or a kill.
 */
export async function importLines<Column extends string, Line>(
  database: Database,
  { file, say }: ImportOptions,
  { columns, required, read, takeIn }: Reading<Column, Line>,
): Promise<ImportReport> {
  const { records, unknown } = await openCsv(file, columns, required)
  const report: ImportReport = { lines: 0, added: 0, known: 0, corrected: 0, refused: 0, notes: new Map() }
  if (unknown.length > 0)
    report.notes.set(`left out, because no column is called so: ${unknown.join(', ')}`, 0)

  function refuse(line: number, why: string): void {
    report.refused += 1
    say(line, `refused: ${why}`)
  }

  function notice(note: string): void {
    report.notes.set(note, (report.notes.get(note) ?? 0) + 1)
  }

  async function takeInTogether(lines: Line[]): Promise<void> {
    if (lines.length === 0) return
    const who = { kind: 'system', userId: null } as const
    const done = await inTransactionAs(database, who, (tx) => takeIn(tx, lines))
    report.added += done.added
    report.known += done.known
    report.corrected += done.corrected ?? 0
    for (const { line, why } of done.refused) refuse(line, why)
    for (const note of done.notes) notice(note)
  }

  let waiting: Line[] = []
  for await (const record of records) {
    report.lines += 1
    const outcome = read(record)
    if ('refused' in outcome) {
      refuse(record.line, outcome.refused)
      continue
    }
    for (const note of outcome.notes) notice(note)
    waiting.push(outcome.taken)
    if (waiting.length < together) continue
    await takeInTogether(waiting)
    waiting = []
  }
  await takeInTogether(waiting)
  return report
}
