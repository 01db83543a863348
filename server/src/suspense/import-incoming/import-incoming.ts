import { personColumns, type PersonColumn } from '@send/shared/people/person-columns'
import { readIncomingLine, type IncomingLine } from '@send/shared/suspense/read-incoming-line'
import type { Clock } from '../../clock.ts'
import { importLines, type ImportOptions, type ImportReport } from '../../csv/import-lines.ts'
import type { Database } from '../../database/client.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import { addIncoming } from './add-incoming.ts'

export type NumberedLine = {
  line: number
  child: IncomingLine
  /** Whether an earlier line of the file has the number: such a line is a child of its own and corrects none. */
  repeats: boolean
}

type Deployment = { database: Database; clock: Clock; jobs: Jobs }

/**
 * Takes the children of a school’s file into suspense, where the job for it weighs them. No line is left out: what cannot
 * be read is kept as it was written, and flagged. A line that was taken in before, word for word, is left as it is; one that
 * tells otherwise of a child of an earlier file, under the number that its school gave it, corrects what waits.
 */
export async function importIncoming(
  { database, clock, jobs }: Deployment,
  options: ImportOptions,
): Promise<ImportReport> {
  const lineOfId = new Map<string, number>()
  return importLines<PersonColumn, NumberedLine>(database, options, {
    columns: personColumns,
    required: [],
    read({ line, values, problem }) {
      const child = readIncomingLine(values, problem)
      const { externalId } = child
      const repeats = externalId !== null && lineOfId.has(externalId)
      if (repeats) child.flags.push('external_id stands in an earlier line of the file already')
      else if (externalId !== null) lineOfId.set(externalId, line)
      if (child.flags.length > 0) options.say(line, `kept, and flagged: ${child.flags.join('; ')}`)
      return { taken: { line, child, repeats }, notes: child.flags }
    },
    takeIn: (tx, lines) =>
      addIncoming({ tx, clock, jobs, services: { database, clock } }, lines, options.dryRun),
  })
}
