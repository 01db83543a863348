import { desc, eq } from 'drizzle-orm'
import { fieldsOfRecord, listChangedUnits, type RecordUnit } from '@send/shared/people/record-units'
import { users } from '../../accounts/tables.ts'
import type { WorkContext } from '../../context.ts'
import type { PersonRecord } from '../find-person-values.ts'
import { unmergedPeople } from '../merging/tables.ts'
import { listToldChanges } from './list-told-changes.ts'

type Seen = { personId: string; units: readonly RecordUnit[]; values: Partial<PersonRecord> }
type Changed = { by: string | null; at: Date }

/**
 * Who changed values of a record last since an officer saw them, by hand, by an import, a merge or an unmerge, and when. By
 * nobody where a rule did; undefined where a match was undone, which leaves no line in the history.
 */
export async function findWhoChanged(ctx: WorkContext, seen: Seen): Promise<Changed | undefined> {
  const found = [await findChange(ctx, seen), await findUnmerge(ctx, seen)].flatMap((each) => each ?? [])
  return found.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0]
}

/** The last change, if the history tells that what the officer saw was true before one. */
async function findChange(ctx: WorkContext, { personId, units, values }: Seen): Promise<Changed | undefined> {
  const { earlier } = await listToldChanges(ctx, personId)
  const own = earlier.filter(({ unit, merge }) => units.includes(unit) && merge !== 'otherRecord')
  const last = own.at(-1)
  const wasSeen = own.some(({ unit, before }) => !listChangedUnits(before, values).includes(unit))
  return last && wasSeen ? { by: last.by, at: last.changedAt } : undefined
}

/** The last unmerge, if it took what the officer saw off the record again. */
async function findUnmerge(
  ctx: WorkContext,
  { personId, units, values }: Seen,
): Promise<Changed | undefined> {
  const [last] = await ctx.tx
    .select({ account: unmergedPeople.account, by: users.name, at: unmergedPeople.unmergedAt })
    .from(unmergedPeople)
    .innerJoin(users, eq(users.id, unmergedPeople.unmergedBy))
    .where(eq(unmergedPeople.survivorId, personId))
    .orderBy(desc(unmergedPeople.unmergedAt))
    .limit(1)
  const fields: readonly string[] = units.flatMap(fieldsOfRecord)
  const seen: Record<string, string | null | undefined> = values
  return last?.account.values.some(
    ({ field, now }) => fields.includes(field) && now === (seen[field] ?? null),
  )
    ? { by: last.by, at: last.at }
    : undefined
}
