import { personColumns, type PersonColumn } from '@send/shared/people/person-columns'
import { readPersonLine, type ImportedPerson } from '@send/shared/people/read-person-line'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Clock } from '../../clock.ts'
import { openCsv, type CsvRecord } from '../../csv/read-csv.ts'
import { inTransactionAs, type Database } from '../../database/client.ts'
import { addImported } from './add-imported.ts'
import type { ImportReport, SayLine } from './import-report.ts'

export type ImportOptions = {
  file: string
  /** Looks at everything and changes nothing. */
  dryRun: boolean
  say: SayLine
}

export type ImportedLine = { line: number; person: ImportedPerson }

/** Lines that are taken in together: so many are lost at most when the import is stopped, and found again by the next. */
const together = 500

/**
 * Takes in a file of people. A person is known by `external_id`: one that is on record with the same values is left,
 * and with others refused, so that the same file can be given again, be it after a mistake or a kill.
 */
export async function importPeople(
  database: Database,
  clock: Clock,
  { file, dryRun, say }: ImportOptions,
): Promise<ImportReport> {
  const { records, unknown } = await openCsv(file, personColumns, [
    ...personColumns.slice(0, 3),
    'date_of_birth',
  ])
  const report: ImportReport = { lines: 0, added: 0, known: 0, refused: 0, notes: new Map() }
  if (unknown.length > 0)
    report.notes.set(`left out, because no column is called so: ${unknown.join(', ')}`, 0)
  const seen = { external_id: new Map<string, number>(), upn: new Map<string, number>() }
  const today = dateInLondon(clock.now())

  function refuse(line: number, why: string): undefined {
    report.refused += 1
    say(line, `refused: ${why}`)
  }

  function notice(note: string): void {
    report.notes.set(note, (report.notes.get(note) ?? 0) + 1)
  }

  function read({ line, values, problem }: CsvRecord<PersonColumn>): ImportedLine | undefined {
    report.lines += 1
    if (problem !== undefined) return refuse(line, problem)
    const outcome = readPersonLine(values, today)
    if ('refused' in outcome) return refuse(line, outcome.refused.join('; '))
    const { person, notes } = outcome
    const twice = findEarlier(seen, person, line)
    if (twice) return refuse(line, twice)
    for (const note of notes) notice(note)
    return { line, person }
  }

  async function takeIn(lines: ImportedLine[]): Promise<void> {
    if (lines.length === 0) return
    const done = await inTransactionAs(database, { kind: 'system', userId: null }, (tx) =>
      addImported(tx, clock, lines, dryRun),
    )
    report.added += done.added
    report.known += done.known
    for (const { line, why } of done.refused) refuse(line, why)
    for (const note of done.notes) notice(note)
  }

  let waiting: ImportedLine[] = []
  for await (const record of records) {
    const line = read(record)
    if (line) waiting.push(line)
    if (waiting.length < together) continue
    await takeIn(waiting)
    waiting = []
  }
  await takeIn(waiting)
  return report
}

type Seen = Record<'external_id' | 'upn', Map<string, number>>

/** Why a line is refused that repeats an earlier one of the same file. */
function findEarlier(seen: Seen, { externalId, upn }: ImportedPerson, line: number): string | undefined {
  const values = { external_id: externalId, upn }
  for (const [column, value] of Object.entries(values) as [keyof Seen, string | null][]) {
    const earlier = value === null ? undefined : seen[column].get(value)
    if (earlier !== undefined) return `${column} stands in line ${earlier} already`
  }
  seen.external_id.set(externalId, line)
  if (upn !== null) seen.upn.set(upn, line)
  return undefined
}
