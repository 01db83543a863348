import { desc, eq, sql } from 'drizzle-orm'
import { fields } from '@send/shared/suspense/matching/fields'
import { listValues, type FieldId } from '@send/shared/suspense/matching/fields/field'
import type { MatchRecord } from '@send/shared/suspense/matching/match-record'
import type { MatchingModel } from '@send/shared/suspense/matching/matching-model'
import {
  defaultModel,
  restoreModel,
  startCounts,
  type ValueCounts,
} from '@send/shared/suspense/matching/stored-model'
import type { Database, Transaction } from '../../database/client.ts'
import { matchingModels } from './tables.ts'

/** The version that results name which were made before any estimate. */
const beforeAnyEstimate = 0
/** People counted for the prior while there is no estimate: more would be waited for. */
const mostCounted = 100_000
/** Values whose counts are kept in the memory: some twenty megabytes. */
const mostKept = 200_000

export type VersionedModel = { version: number; model: MatchingModel }

/** A model and its counts never change: what was read once is kept, with the values that nobody has. */
type KeptModel = VersionedModel & { counts: ValueCounts; known: Record<FieldId, Set<string>>; size: number }
const kept = new WeakMap<Database, KeptModel>()

/** The newest model, which knows no counts but those that were asked for before; undefined before the first estimate. */
export async function findNewestModel({
  tx,
  services: { database },
}: {
  tx: Transaction
  services: { database: Database }
}): Promise<KeptModel | undefined> {
  const [newest] = await tx
    .select({ version: matchingModels.version })
    .from(matchingModels)
    .orderBy(desc(matchingModels.version))
    .limit(1)
  if (!newest) return undefined
  const known = kept.get(database)
  if (known?.version === newest.version && known.size < mostKept) return known
  const read = await readModel(tx, newest.version)
  kept.set(database, read)
  return read
}

/** A model by its version; the counts of values are kept of the last two. */
export async function readModel(tx: Transaction, version: number): Promise<KeptModel> {
  const [row] = await tx.select().from(matchingModels).where(eq(matchingModels.version, version))
  if (!row) throw new Error('A model stays where it is')
  const counts = startCounts()
  const model = restoreModel(row.model, counts)
  return { version, model, counts, known: startKnown(), size: 0 }
}

/** A model with the counts of those values that these records have; before the first estimate, the default. */
export async function addCounts(
  tx: Transaction,
  newest: KeptModel | undefined,
  records: Iterable<MatchRecord>,
): Promise<VersionedModel> {
  if (newest) {
    await readCounts(tx, newest, records)
    return newest
  }
  const [row] = await tx.execute<{ people: number }>(
    sql`select count(*)::int as people from (select from people limit ${mostCounted}) as counted`,
  )
  const model = restoreModel(defaultModel(row?.people ?? 0), startCounts())
  return { version: beforeAnyEstimate, model }
}

function startKnown(): KeptModel['known'] {
  return Object.fromEntries(fields.map(({ id }) => [id, new Set()])) as KeptModel['known']
}

async function readCounts(tx: Transaction, model: KeptModel, records: Iterable<MatchRecord>): Promise<void> {
  const unknown = listUnknown(model, records)
  if (unknown.ids.length === 0) return
  const rows = await tx.execute<{ field: FieldId; value: string; people: number }>(sql`
    select counted.field, counted.value, counted.people
    from unnest(${sql.param(unknown.ids)}::text[], ${sql.param(unknown.values)}::text[]) as asked (field, value)
    join matching_value_counts as counted
      on counted.version = ${model.version} and counted.field = asked.field and counted.value = asked.value`)
  for (const { field, value, people } of rows) model.counts[field].set(value, people)
  // Only now: another work may compare meanwhile, and what is known is counted.
  for (const [place, id] of unknown.ids.entries()) model.known[id].add(unknown.values[place] ?? '')
  model.size += unknown.ids.length
}

/** Fields and values that were not asked for yet. Names are compared exchanged as well: each is asked for in both places. */
function listUnknown(
  { known }: KeptModel,
  records: Iterable<MatchRecord>,
): { ids: FieldId[]; values: string[] } {
  const unknown = startKnown()
  const ask = (id: FieldId, value: string | undefined) => {
    if (value !== undefined && !known[id].has(value)) unknown[id].add(value)
  }
  for (const record of records) {
    for (const field of fields) for (const value of listValues(field, record)) ask(field.id, value)
    ask('givenNames', record.family?.whole)
    ask('familyName', record.given?.whole)
  }
  const asked = fields.flatMap(({ id }) => [...unknown[id]].map((value) => ({ id, value })))
  return { ids: asked.map(({ id }) => id), values: asked.map(({ value }) => value) }
}
