import { inArray, sql } from 'drizzle-orm'
import { newId } from '@send/shared/values/ids'
import { recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Clock } from '../../clock.ts'
import type { ImportOptions, ImportReport } from '../../csv/import-lines.ts'
import { openCsv, type CsvRecord } from '../../csv/read-csv.ts'
import { inTransactionAs, type Database, type Transaction } from '../../database/client.ts'
import { bases } from '../tables.ts'

const columns = ['urn', 'name'] as const
type Base = { line: number; urn: string; name: string }

/**
 * Takes in a file of schools and other bases, by URN. The file is the authority on names: one that is on record
 * under another name is called as the file says.
 */
export async function importBases(
  database: Database,
  clock: Clock,
  { file, dryRun, say }: ImportOptions,
): Promise<ImportReport> {
  const { records } = await openCsv(file, columns, columns)
  const report: ImportReport = { lines: 0, added: 0, known: 0, corrected: 0, refused: 0, notes: new Map() }
  const lineOf = new Map<string, number>()
  const found: Base[] = []
  for await (const record of records) {
    report.lines += 1
    const { urn, name } = record.values
    const why = record.problem ?? findProblem(record, lineOf.get(urn))
    if (why === undefined) found.push({ line: record.line, urn, name })
    else {
      report.refused += 1
      say(record.line, `refused: ${why}`)
    }
    lineOf.set(urn, lineOf.get(urn) ?? record.line)
  }
  for (let first = 0; first < found.length; first += 500) {
    const some = found.slice(first, first + 500)
    const added = await inTransactionAs(database, { kind: 'system', userId: null }, (tx) =>
      provide(tx, clock, some, dryRun),
    )
    report.added += added
    report.known += some.length - added
  }
  return report
}

function findProblem(
  { values: { urn, name } }: CsvRecord<(typeof columns)[number]>,
  earlier: number | undefined,
): string | undefined {
  if (!/^\d{6}$/.test(urn)) return 'urn has not six digits'
  if (name === '') return 'name is missing'
  if (name.length > 200 || /\p{Cc}|\p{Cs}|\uFFFD/u.test(name)) return 'name cannot be read, or is too long'
  if (/^[=+@＝＋＠]/u.test(name)) return 'name is a formula'
  return earlier === undefined ? undefined : `urn stands in line ${earlier} already`
}

/** Adds or renames some bases; returns how many were not on record. */
async function provide(tx: Transaction, clock: Clock, some: Base[], dryRun: boolean): Promise<number> {
  const urns = some.map(({ urn }) => urn)
  const known = await tx.select().from(bases).where(inArray(bases.urn, urns))
  const changed = some.filter(({ urn, name }) => known.find((base) => base.urn === urn)?.name !== name)
  if (!dryRun && changed.length > 0) {
    await tx
      .insert(bases)
      .values(changed.map(({ urn, name }) => ({ id: newId(), urn, name })))
      .onConflictDoUpdate({ target: bases.urn, set: { name: sql`excluded.name` } })
    await recordAuditEvent(
      tx,
      { at: clock.now(), actorUserId: null, actorKind: 'system', face: null, address: null, requestId: null },
      {
        action: 'people.importBases',
        objectKind: 'bases',
        objectId: 'file',
        details: { urns: changed.map(({ urn }) => urn) },
      },
    )
  }
  return some.length - known.length
}
