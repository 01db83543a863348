import { desc, eq, sql } from 'drizzle-orm'
import type { MergeField } from '@send/shared/suspense/merging/merge-units'
import type { UnmergeRefusal } from '@send/shared/suspense/merging/merged-records'
import { newId } from '@send/shared/values/ids'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { keyPeople } from '../../people/candidate-keys/key-people.ts'
import { mergedPeople, unmergedPeople } from '../../people/merging/tables.ts'
import { people } from '../../people/tables.ts'
import { importedValues } from '../undo/tables.ts'
import type { MergedPerson } from './find-returning.ts'
import { giveBackRows } from './give-back-rows.ts'
import { lockPeople } from './lock-people.ts'
import { scoreAgain } from './merge-people.ts'
import { partChanges } from './part-changes.ts'
import { planUnmerge, type UnmergePlan } from './plan-unmerge.ts'
import { writeValues } from './write-values.ts'

export type UnmergeRequest = { personId: string; stamp: string; reason: string }

export type Unmerged =
  | { outcome: 'unmerged'; unmergedPersonId: string }
  | { outcome: 'alreadyUnmerged'; by: string; at: string; unmergedPersonId: string }
  | { outcome: 'refused'; refusal: UnmergeRefusal }
  /** Something that would move has changed since the preview: it is to be looked at again. */
  | { outcome: 'changedMeanwhile' }

/**
 * Takes a merge apart: every row goes back to the record on which it stood, with what came of it since; both records
 * say again what they said; whoever saw both through the merge sees one from the next request on. What was exposed is kept in the log.
 */
export async function unmergePeople(
  ctx: ProcedureContext<Actor>,
  request: UnmergeRequest,
): Promise<Unmerged> {
  const merged = await lockMerged(ctx, request.personId)
  if (!merged) return alreadyUnmerged(ctx, request.personId)
  const plan = await planUnmerge(ctx, merged)
  if (plan.refusal) return { outcome: 'refused', refusal: plan.refusal }
  if (plan.stamp !== request.stamp) return { outcome: 'changedMeanwhile' }
  await takeApart(ctx, merged, plan)
  const unmergedPersonId = newId()
  const { personId, survivorId } = merged
  const { reason } = request
  await ctx.tx.insert(unmergedPeople).values({
    id: unmergedPersonId,
    personId,
    survivorId,
    unmergedBy: ctx.actor.userId,
    unmergedAt: ctx.now(),
    reason,
    account: plan.account,
  })
  const back = Object.fromEntries(plan.account.goesBack.map(({ kind, count }) => [kind, count]))
  await ctx.audit({
    action: 'personMerges.unmerge',
    objectKind: 'person',
    objectId: personId,
    personId: survivorId,
    reason,
    details: { unmergedPersonId, back, lost: plan.account.lost },
  })
  await scoreAgain(ctx, [{ personId }, { personId: survivorId }])
  return { outcome: 'unmerged', unmergedPersonId }
}

/** The merge, locked first: of two who take it apart the later finds it gone. */
async function lockMerged(ctx: ProcedureContext<Actor>, personId: string): Promise<MergedPerson | undefined> {
  const ofPerson = () => ctx.tx.select().from(mergedPeople).where(eq(mergedPeople.personId, personId))
  const [seen] = await ofPerson()
  if (!seen) return undefined
  await lockPeople(ctx, [seen.survivorId])
  const [merged] = await ofPerson().for('update')
  return merged
}

async function takeApart(
  ctx: ProcedureContext<Actor>,
  merged: MergedPerson,
  { returning, values, account }: UnmergePlan,
): Promise<void> {
  const { personId, survivorId, record } = merged
  await writeBefores(ctx, values.befores)
  await writeValues(ctx, survivorId, values.survivor)
  const lost = account.lost.map((field) => (field === 'externalId' ? 'external_id' : field))
  const restored = { ...record, ...Object.fromEntries(lost.map((column) => [column, null])) }
  await ctx.tx.execute(sql`insert into ${people}
    select * from jsonb_populate_record(null::${people}, ${JSON.stringify(restored)}::jsonb)`)
  await keyPeople(ctx.tx)
  const told = Object.entries(values.restored).filter(([field]) => !isLost(account.lost, field))
  await writeValues(ctx, personId, Object.fromEntries(told))
  await partChanges(ctx, merged, { returning, befores: values.befores })
  await giveBackRows(ctx, merged, returning)
  await keyPeople(ctx.tx)
  await ctx.tx.delete(mergedPeople).where(eq(mergedPeople.personId, personId))
}

function isLost(lost: readonly string[], field: string): boolean {
  return lost.includes(field)
}

/** What stands on a change that left, stands on what was before it: of an import, or of a later merge. */
async function writeBefores(
  ctx: ProcedureContext<Actor>,
  befores: UnmergePlan['values']['befores'],
): Promise<void> {
  for (const { id, from, field, before } of befores)
    await (from === 'import'
      ? ctx.tx.update(importedValues).set({ before }).where(eq(importedValues.id, id))
      : ctx.tx
          .update(mergedPeople)
          .set({ values: withBefore(field, before) })
          .where(eq(mergedPeople.personId, id)))
}

function withBefore(field: MergeField, before: string | null) {
  return sql`jsonb_set(${mergedPeople.values}, array['kept', ${field}::text], ${JSON.stringify(before)}::jsonb)`
}

async function alreadyUnmerged(ctx: ProcedureContext<Actor>, personId: string): Promise<Unmerged> {
  const [last] = await ctx.tx
    .select({ id: unmergedPeople.id, at: unmergedPeople.unmergedAt, by: users.name })
    .from(unmergedPeople)
    .innerJoin(users, eq(users.id, unmergedPeople.unmergedBy))
    .where(eq(unmergedPeople.personId, personId))
    .orderBy(desc(unmergedPeople.unmergedAt), desc(unmergedPeople.id))
    .limit(1)
  if (!last) throw notFound()
  return { outcome: 'alreadyUnmerged', by: last.by, at: last.at.toISOString(), unmergedPersonId: last.id }
}
