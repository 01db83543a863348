import { asc, eq, sql } from 'drizzle-orm'
import { fieldsOfRecord, recordUnits, type RecordUnit } from '@send/shared/people/record-units'
import { tellHistory, type History } from '@send/shared/people/tell-history'
import { users } from '../../accounts/tables.ts'
import type { WorkContext } from '../../context.ts'
import { mergedPeople, mergedRows } from '../merging/tables.ts'
import { personChanges } from './tables.ts'

type ToldChange = Omit<typeof personChanges.$inferSelect, 'personId' | 'changedBy'> & {
  by: string | null
  /** The value was taken from another record by a merge, or it is what a record said that was merged into this one. */
  merge: 'taken' | 'otherRecord' | null
}

/**
 * What a record said before with the time of each value, the earliest change first. Of a record that was merged into this
 * one the history is told beside it: neither ends or begins what the other said.
 */
export async function listToldChanges(ctx: WorkContext, personId: string): Promise<History<ToldChange>> {
  const rows = [...(await listChanges(ctx, personId)), ...(await listTaken(ctx, personId))].toSorted(
    (one, other) => one.change.changedAt.getTime() - other.change.changedAt.getTime(),
  )
  const ofRecord = (record: string | null) =>
    tellHistory(rows.flatMap(({ change, of }) => (of === record ? change : [])))
  const own = ofRecord(null)
  const merged = [...new Set(rows.flatMap(({ of }) => of ?? []))].flatMap(
    (record) => ofRecord(record).earlier,
  )
  const earlier = [...own.earlier, ...merged].toSorted(
    (one, other) => one.changedAt.getTime() - other.changedAt.getTime(),
  )
  return { earlier, since: own.since }
}

type OfRecord = { change: ToldChange; of: string | null }

async function listChanges(ctx: WorkContext, personId: string): Promise<OfRecord[]> {
  const rows = await ctx.tx
    .select({
      change: personChanges,
      by: users.name,
      of: sql<string | null>`(select ${mergedRows.personId} from ${mergedRows}
        join ${mergedPeople} on ${mergedPeople.personId} = ${mergedRows.personId}
        where ${mergedRows.tableName} = 'person_changes' and ${mergedRows.side} = 'moved'
          and ${mergedRows.key} = ${personChanges.id}::text
        order by ${mergedPeople.mergedAt} limit 1)`,
    })
    .from(personChanges)
    .leftJoin(users, eq(users.id, personChanges.changedBy))
    .where(eq(personChanges.personId, personId))
    .orderBy(asc(personChanges.changedAt), asc(personChanges.id))
  return rows.map(({ change, by, of }) => ({
    change: { ...change, by, merge: of === null ? null : 'otherRecord' },
    of,
  }))
}

/** What merges changed: that stands with the merge alone, so that an unmerge takes it out of the history. */
async function listTaken(ctx: WorkContext, personId: string): Promise<OfRecord[]> {
  const rows = await ctx.tx
    .select({ merged: mergedPeople, by: users.name })
    .from(mergedPeople)
    .innerJoin(users, eq(users.id, mergedPeople.mergedBy))
    .where(eq(mergedPeople.survivorId, personId))
  return rows.flatMap(({ merged, by }) => {
    const of = merged.mergedInto === personId ? null : merged.mergedInto
    return recordUnits
      .filter((unit) => merged.taken.includes(unit))
      .map((unit): OfRecord => ({
        change: {
          id: `${merged.personId}-${unit}`,
          unit,
          before: beforeOf(unit, merged.values.kept),
          kind: null,
          endedOn: null,
          changedAt: merged.mergedAt,
          rule: null,
          ruleScope: null,
          incomingChildId: null,
          by,
          merge: of === null ? 'taken' : 'otherRecord',
        },
        of,
      }))
  })
}

function beforeOf(unit: RecordUnit, values: ToldChange['before']): ToldChange['before'] {
  return Object.fromEntries(fieldsOfRecord(unit).map((field) => [field, values[field]]))
}
