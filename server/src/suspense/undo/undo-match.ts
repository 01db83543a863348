import { desc, eq } from 'drizzle-orm'
import { proposeAccess, type Exposure } from '@send/shared/suspense/undone-match'
import { newId } from '@send/shared/values/ids'
import { countAcceptedClaims, withdrawAccess } from '../../accounts/child-access/withdraw-access.ts'
import { users } from '../../accounts/tables.ts'
import { withdrawEntries } from '../../chronology/withdraw-entries.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { withdrawInvolvements } from '../../involvements/withdraw-involvements.ts'
import { keyPeople } from '../../people/candidate-keys/key-people.ts'
import { removePerson } from '../../people/remove-person.ts'
import { withdrawConflicts } from '../conflicts/withdraw-conflicts.ts'
import { gatherExposure } from './gather-exposure.ts'
import { takeBackValues } from './imported-values.ts'
import { planTakeBack, type TakeBackPlan } from './plan-take-back.ts'
import { lockMatch, type Match } from './read-match.ts'
import { takeBackNumber } from './take-back-number.ts'
import { reopenChild } from './reopen-child.ts'
import { requireNoMergeSince } from './require-no-merge-since.ts'
import { undoneMatches } from './tables.ts'
import { takeBackFamily } from './taken-family.ts'

export type UndoRequest = { incomingChildId: string; stamp: string; accessIds: string[]; reason: string }

export type Undone =
  | { outcome: 'undone'; undoneMatchId: string }
  | { outcome: 'alreadyUndone'; by: string; at: string; undoneMatchId: string }
  /** Something that the undo would move has changed since the preview: it is to be looked at again. */
  | { outcome: 'changedMeanwhile' }

/**
 * Takes a match back as if it had never been: forms, chronology, involvements, values, authentications and the person
 * who was added through it; what was exposed is kept in the log. Of two officers the lock lets one; what a colleague
 * changed since the preview is looked at again.
 */
export async function undoMatch(ctx: ProcedureContext<Actor>, request: UndoRequest): Promise<Undone> {
  const { child, match } = await lockMatch(ctx, request.incomingChildId)
  if (!child) throw notFound()
  if (!match) return alreadyUndone(ctx, child.id)
  await requireNoMergeSince(ctx, match)
  const exposure = await gatherExposure(ctx, match)
  const plan = await planTakeBack(ctx, match, exposure)
  if (plan.stamp !== request.stamp) return { outcome: 'changedMeanwhile' }
  const accessIds = chooseAccess(exposure, plan, request.accessIds)
  const undoneMatchId = newId()
  // The log first: what is taken back refers to it.
  const { personRemoved, personHeldBy, values, family, numbers } = plan
  const claims = await countAcceptedClaims(ctx, accessIds)
  await ctx.tx.insert(undoneMatches).values({
    id: undoneMatchId,
    incomingChildId: child.id,
    personId: match.personId,
    undoneBy: ctx.actor.userId,
    undoneAt: ctx.now(),
    reason: request.reason,
    exposure,
    takenBack: { accessIds, claims, values, family, numbers, personRemoved, personHeldBy },
  })
  await takeBack(ctx, match, { undoneMatchId, accessIds, plan })
  await ctx.audit({
    action: 'undoneMatches.undo',
    objectKind: 'incomingChild',
    objectId: child.id,
    personId: match.personId,
    reason: request.reason,
    details: {
      undoneMatchId,
      forms: exposure.forms.length,
      documents: exposure.documents.length,
      involvements: exposure.involvements.length,
      access: accessIds.length,
      claims,
      personRemoved,
    },
  })
  return { outcome: 'undone', undoneMatchId }
}

async function takeBack(
  ctx: ProcedureContext<Actor>,
  match: Match,
  { undoneMatchId, accessIds, plan }: { undoneMatchId: string; accessIds: string[]; plan: TakeBackPlan },
): Promise<void> {
  const submissionIds = match.submissions.map(({ id }) => id)
  await withdrawEntries(ctx, submissionIds)
  await withdrawInvolvements(ctx, submissionIds)
  await withdrawAccess(ctx, { undoneMatchId, accessIds })
  await takeBackValues(ctx, match, plan.values)
  await takeBackFamily(ctx, match, plan.family)
  await takeBackNumber(ctx, match.child.id)
  await withdrawConflicts(ctx, match.child.id)
  await reopenChild(ctx, match)
  // The history may have lost a name by which the person was found.
  await keyPeople(ctx.tx)
  if (!plan.personRemoved) return
  await removePerson(ctx, match.personId)
  // Whoever else waits may have been proposed this person.
  await ctx.enqueue({ queue: 'score-children', data: { removedPersonId: match.personId } })
}

/** Only what was recorded since the match may have come of it; where the person goes, all of it does. */
function chooseAccess(exposure: Exposure, plan: TakeBackPlan, chosen: string[]): string[] {
  const { portalUsers } = exposure
  if (plan.personRemoved) return proposeAccess(portalUsers, true).map(({ childAccessId }) => childAccessId)
  const since = portalUsers.filter(({ recordedSince }) => recordedSince)
  const known = since.map(({ childAccessId }) => childAccessId)
  if (chosen.some((id) => !known.includes(id)))
    throw new SendError('bad-input', 'Only what was recorded since the match can be taken back with it.')
  return known.filter((id) => chosen.includes(id))
}

async function alreadyUndone(ctx: ProcedureContext<Actor>, incomingChildId: string): Promise<Undone> {
  const [last] = await ctx.tx
    .select({ id: undoneMatches.id, at: undoneMatches.undoneAt, by: users.name })
    .from(undoneMatches)
    .innerJoin(users, eq(users.id, undoneMatches.undoneBy))
    .where(eq(undoneMatches.incomingChildId, incomingChildId))
    .orderBy(desc(undoneMatches.undoneAt), desc(undoneMatches.id))
    .limit(1)
  if (!last) throw new SendError('conflict', 'This child is not matched to anybody.')
  return { outcome: 'alreadyUndone', by: last.by, at: last.at.toISOString(), undoneMatchId: last.id }
}
