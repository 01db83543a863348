import { desc, sql } from 'drizzle-orm'
import { fields } from '@send/shared/suspense/matching/fields'
import type { FieldId } from '@send/shared/suspense/matching/fields/field'
import type { MatchRecord } from '@send/shared/suspense/matching/match-record'
import type { MatchingModel } from '@send/shared/suspense/matching/matching-model'
import { defaultModel, restoreModel, type ValueCount } from '@send/shared/suspense/matching/stored-model'
import type { Transaction } from '../../database/client.ts'
import { matchingModels } from './tables.ts'

/** The version that results name which were made before any estimate. */
const beforeAnyEstimate = 0
/** People counted for the prior while there is no estimate: more would be waited for. */
const mostCounted = 100_000

export type VersionedModel = { version: number; model: MatchingModel }

/** The newest model with the counts of those values that these records have; before the first estimate, the default. */
export async function findModel(tx: Transaction, records: readonly MatchRecord[]): Promise<VersionedModel> {
  const [newest] = await tx.select().from(matchingModels).orderBy(desc(matchingModels.version)).limit(1)
  if (!newest) {
    const [row] = await tx.execute<{ people: number }>(
      sql`select count(*)::int as people from (select from people limit ${mostCounted}) as counted`,
    )
    return { version: beforeAnyEstimate, model: restoreModel(defaultModel(row?.people ?? 0), []) }
  }
  const { version, model } = newest
  return { version, model: restoreModel(model, await countValues(tx, version, records)) }
}

async function countValues(
  tx: Transaction,
  version: number,
  records: readonly MatchRecord[],
): Promise<ValueCount[]> {
  const asked = [...listValues(records)].map((each) => each.split('\n'))
  const [ids, values] = [asked.map(([id = '']) => id), asked.map(([, value = '']) => value)]
  const rows = await tx.execute<{ field: FieldId; value: string; people: number }>(sql`
    select counted.field, counted.value, counted.people
    from unnest(${sql.param(ids)}::text[], ${sql.param(values)}::text[]) as asked (field, value)
    join matching_value_counts as counted
      on counted.version = ${version} and counted.field = asked.field and counted.value = asked.value`)
  return [...rows]
}

/** Each field and value once. Names are compared exchanged as well: each is asked for among given and family names. */
function listValues(records: readonly MatchRecord[]): Set<string> {
  const asked = new Set<string>()
  for (const record of records) {
    for (const field of fields) {
      const value = field.valueIn?.(record)
      if (value !== undefined) asked.add(`${field.id}\n${value}`)
    }
    for (const name of [record.given, record.family])
      if (name) asked.add(`givenNames\n${name.whole}`).add(`familyName\n${name.whole}`)
  }
  return asked
}
