import { createHash } from 'node:crypto'
import { and, asc, eq, gte, sql } from 'drizzle-orm'
import type {
  HangingKind,
  KindCount,
  NamedRecord,
  UnmergeAccount,
  UnmergeRefusal,
} from '@send/shared/suspense/merging/merged-records'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { WorkContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { mergedRows } from '../../people/merging/tables.ts'
import { countLooksSince, lookedOf } from './count-looks.ts'
import { findReturning, type MergedPerson, type Returning } from './find-returning.ts'
import { keyOf, personOf, tableOf } from './hanging-sql.ts'
import { listPapers } from './list-papers.ts'
import { countKinds } from './plan-merge.ts'
import { planValues, type PlannedValues } from './plan-values.ts'
import { findLost } from './find-lost.ts'
import { readRecord } from './read-record.ts'
import { whatHangs } from './what-hangs.ts'

export type UnmergePlan = {
  account: UnmergeAccount
  returning: Returning
  values: PlannedValues
  refusal: UnmergeRefusal | null
  /** Changes when anything does that would move. */
  stamp: string
}

/** What an unmerge would give back, what would stay, and what was exposed to whom since the merge. */
export async function planUnmerge(ctx: WorkContext, merged: MergedPerson): Promise<UnmergePlan> {
  const survivor = await readRecord(ctx, merged.survivorId)
  if (!survivor) throw new SendError('conflict')
  const returning = await findReturning(ctx, merged)
  const values = await planValues(ctx, merged, { now: survivor.values, returning })
  const after = { ...survivor.values, ...values.survivor }
  const stays = await countStaying(ctx, merged, returning)
  const lost = await findLost(ctx, merged, { after, restored: values.restored })
  const account: UnmergeAccount = {
    kept: nameOf(merged, 'kept'),
    other: nameOf(merged, 'other'),
    mergedAt: merged.mergedAt.toISOString(),
    mergeReason: merged.reason,
    goesBack: countKinds([...returning].flatMap(([{ kind }, keys]) => [...keys].map(() => ({ kind })))),
    stays,
    values: values.shown,
    lost,
    ...(await listReturningPapers(ctx, merged, returning)),
    ...(await gatherWhoSaw(ctx, merged, returning)),
  }
  const rows = [...returning].map(([{ table, column }, keys]) => [table, column, [...keys].toSorted()])
  const seen = [
    merged.personId,
    merged.survivorId,
    survivor.values,
    rows,
    stays,
    lost,
    account.letInSince.length,
  ]
  return {
    account,
    returning,
    values,
    refusal:
      merged.survivorId === merged.mergedInto
        ? null
        : { reason: 'mergedFurther', into: survivorName(survivor) },
    stamp: createHash('sha256').update(JSON.stringify(seen)).digest('hex'),
  }
}

function survivorName({ personId, givenNames, familyName, dateOfBirth }: NamedRecord): NamedRecord {
  return { personId, givenNames, familyName, dateOfBirth }
}

/** What a record was called when it was merged. */
function nameOf({ personId, mergedInto, values }: MergedPerson, side: 'kept' | 'other'): NamedRecord {
  const { givenNames, familyName, dateOfBirth } = values[side]
  const id = side === 'kept' ? mergedInto : personId
  return { personId: id, givenNames: givenNames ?? '', familyName: familyName ?? '', dateOfBirth }
}

/** What stays with the record that stayed and was not on it when the two were merged: what came since, and who was matched anew. */
async function countStaying(
  ctx: WorkContext,
  merged: MergedPerson,
  returning: Returning,
): Promise<KindCount[]> {
  const found: { kind: HangingKind }[] = []
  for (const hanging of whatHangs) {
    const { kind, table, column } = hanging
    const before = and(
      eq(mergedRows.personId, merged.personId),
      eq(mergedRows.tableName, table),
      eq(mergedRows.columnName, column),
      eq(mergedRows.side, 'own'),
    )
    const rows = await ctx.tx.execute<{
      key: string
    }>(sql`select ${keyOf(hanging)} as key from ${tableOf(hanging)}
      where ${personOf(hanging)} = ${merged.survivorId}
        and ${keyOf(hanging)} not in (select ${mergedRows.key} from ${mergedRows} where ${before})`)
    const isOther = (key: string) => hanging.table === 'merged_people' && key === merged.personId
    found.push(
      ...rows.filter(({ key }) => !returning.get(hanging)?.has(key) && !isOther(key)).map(() => ({ kind })),
    )
  }
  return countKinds(found)
}

async function listReturningPapers(
  ctx: WorkContext,
  { survivorId, personId }: MergedPerson,
  returning: Returning,
): Promise<Pick<UnmergeAccount, 'forms' | 'involvements'>> {
  const papers = await listPapers(ctx, { kept: survivorId, other: personId })
  const goes = (table: string, id: string) =>
    [...returning].some(([hanging, keys]) => hanging.table === table && keys.has(id))
  return {
    forms: papers.forms
      .filter(({ id }) => goes('submissions', id))
      .map(({ reference, title }) => ({ reference, title })),
    involvements: papers.involvements
      .filter(({ id }) => goes('involvements', id))
      .map(({ receivedOn }) => ({ receivedOn })),
  }
}

/** Who could see both records since the merge, who was let in since, and who looked. */
async function gatherWhoSaw(
  ctx: WorkContext,
  merged: MergedPerson,
  returning: Returning,
): Promise<Pick<UnmergeAccount, 'mergedBy' | 'portalUsers' | 'letInSince' | 'organisations' | 'staff'>> {
  const looks = await countLooksSince(ctx, merged)
  const [by] = await ctx.tx.select({ name: users.name }).from(users).where(eq(users.id, merged.mergedBy))
  const since = await ctx.tx
    .select({ access: childAccess, name: users.name, email: users.email })
    .from(childAccess)
    .innerJoin(users, eq(users.id, childAccess.userId))
    .where(and(eq(childAccess.personId, merged.survivorId), gte(childAccess.startsAt, merged.mergedAt)))
    .orderBy(asc(childAccess.startsAt), asc(childAccess.id))
  const goes = (id: string) =>
    [...returning].some(([{ table }, keys]) => table === 'child_access' && keys.has(id))
  return {
    mergedBy: by?.name ?? '',
    portalUsers: merged.newSight.portalUsers.map((user) => ({
      ...user,
      ...lookedOf(looks.find(({ userId }) => userId === user.userId)),
    })),
    letInSince: since
      .filter(({ access }) => !goes(access.id))
      .map(({ access, name, email }) => ({
        name,
        email,
        at: access.startsAt.toISOString(),
        ...lookedOf(looks.find(({ userId }) => userId === access.userId)),
      })),
    organisations: merged.newSight.organisations,
    staff: looks
      .filter(({ kind }) => kind === 'staff')
      .map(({ userId, name, taken, ...looked }) => ({ userId, name, taken, ...lookedOf(looked) })),
  }
}
