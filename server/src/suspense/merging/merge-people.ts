import { eq, sql } from 'drizzle-orm'
import { canTake, compareUnit, valuesTaken, type MergeUnit } from '@send/shared/suspense/merging/merge-units'
import { opensAnything, type MergeRefusal } from '@send/shared/suspense/merging/merged-records'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { keyPeople } from '../../people/candidate-keys/key-people.ts'
import { mergedPeople } from '../../people/merging/tables.ts'
import { deletePerson } from '../../people/remove-person.ts'
import { people } from '../../people/tables.ts'
import { findEarlierMerge } from './find-refusal.ts'
import { lockPeople } from './lock-people.ts'
import { moveRows } from './move-rows.ts'
import { planMerge, type MergePlan } from './plan-merge.ts'
import { writeValues } from './write-values.ts'

export type MergeRequest = {
  keptId: string
  otherId: string
  /** What the record that stays takes from the other. */
  taken: MergeUnit[]
  /** The officer has read who outside the authority sees more by it. */
  sightAccepted: boolean
  stamp: string
  reason: string
}

export type Merged =
  | { outcome: 'merged' }
  | { outcome: 'refused'; refusal: MergeRefusal }
  /** Something that was seen has changed since the preview: it is to be looked at again. */
  | { outcome: 'changedMeanwhile' }

/**
 * Merges a record into another: everything that stands on it moves there, its row is kept aside whole, and its id and
 * identifiers lead to the record that stays. Of two officers the locks let one.
 */
export async function mergePeople(ctx: ProcedureContext<Actor>, request: MergeRequest): Promise<Merged> {
  const sides = { kept: request.keptId, other: request.otherId }
  await lockPeople(ctx, [sides.kept, sides.other])
  const earlier = await findEarlierMerge(ctx, sides)
  if (earlier) return { outcome: 'refused', refusal: earlier }
  const plan = await planMerge(ctx, sides)
  if (plan.refusal) return { outcome: 'refused', refusal: plan.refusal }
  if (plan.stamp !== request.stamp) return { outcome: 'changedMeanwhile' }
  requireAccepted(plan, request)
  await keepAside(ctx, plan, request)
  await moveRows(ctx, { from: sides.other, to: sides.kept })
  await deletePerson(ctx.tx, sides.other)
  await writeValues(ctx, sides.kept, valuesTaken(request.taken, plan.other.values))
  // It is found by the names in the history of the other, too.
  await keyPeople(ctx.tx)
  const { taken, reason } = request
  const moved = Object.fromEntries(plan.moves.map(({ kind, count }) => [kind, count]))
  const newlySeeing = plan.newSight.portalUsers.map(({ userId }) => userId)
  await ctx.audit({
    action: 'personMerges.merge',
    objectKind: 'person',
    objectId: sides.other,
    personId: sides.kept,
    reason,
    details: { taken, moved, newlySeeing },
  })
  await scoreAgain(ctx, [{ removedPersonId: sides.other }, { personId: sides.kept }])
  return { outcome: 'merged' }
}

/** Children who wait are weighed against the records as they are now. */
export async function scoreAgain(
  ctx: ProcedureContext<Actor>,
  asked: readonly ({ personId: string } | { removedPersonId: string })[],
): Promise<void> {
  for (const data of asked) await ctx.enqueue({ queue: 'score-children', data })
}

function requireAccepted({ newSight, kept, other }: MergePlan, { taken, sightAccepted }: MergeRequest): void {
  if (opensAnything(newSight) && !sightAccepted)
    throw new SendError('bad-input', 'Somebody would see more by this: that has to be confirmed.')
  if (taken.some((unit) => !canTake(compareUnit(unit, kept.values, other.values))))
    throw new SendError('bad-input', 'Only what the other record has otherwise can be taken from it.')
}

async function keepAside(
  ctx: ProcedureContext<Actor>,
  { kept, other, newSight }: MergePlan,
  { taken, reason }: MergeRequest,
): Promise<void> {
  const [row] = await ctx.tx
    .select({ record: sql<Record<string, unknown>>`to_jsonb(${people})` })
    .from(people)
    .where(eq(people.id, other.personId))
  if (!row) throw notFound()
  await ctx.tx.insert(mergedPeople).values({
    personId: other.personId,
    survivorId: kept.personId,
    mergedInto: kept.personId,
    externalId: other.values.externalId,
    upn: other.values.upn,
    uln: other.values.uln,
    record: row.record,
    values: { kept: kept.values, other: other.values },
    taken,
    newSight,
    mergedBy: ctx.actor.userId,
    mergedAt: ctx.now(),
    reason,
  })
}
