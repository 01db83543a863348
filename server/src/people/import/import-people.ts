import { personColumns } from '@send/shared/people/person-columns'
import { readPersonLine, type ImportedPerson } from '@send/shared/people/read-person-line'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Clock } from '../../clock.ts'
import { importLines, type ImportOptions, type ImportReport } from '../../csv/import-lines.ts'
import type { Database } from '../../database/client.ts'
import { addImported } from './add-imported.ts'

export type ImportedLine = { line: number; person: ImportedPerson }

/**
 * Takes in a file of people. A person is known by `external_id`: one that is on record with the same values is left,
 * and with others refused.
 */
export async function importPeople(
  database: Database,
  clock: Clock,
  options: ImportOptions,
): Promise<ImportReport> {
  const seen = { external_id: new Map<string, number>(), upn: new Map<string, number>() }
  const today = dateInLondon(clock.now())
  return importLines<(typeof personColumns)[number], ImportedLine>(database, options, {
    columns: personColumns,
    required: [...personColumns.slice(0, 3), 'date_of_birth'],
    read({ line, values, problem }) {
      if (problem !== undefined) return { refused: problem }
      const outcome = readPersonLine(values, today)
      if ('refused' in outcome) return { refused: outcome.refused.join('; ') }
      const { person, notes } = outcome
      const twice = findEarlier(seen, person, line)
      return twice === undefined ? { taken: { line, person }, notes } : { refused: twice }
    },
    takeIn: (tx, lines) => addImported(tx, clock, lines, options.dryRun),
  })
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
