import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { submissions } from '../submissions/tables.ts'
import { keepNumberOfSchool } from './conflicts/number-of-school.ts'
import { importOnMatch, keepFamilyOfNew } from './conflicts/import-on-match.ts'
import { endHold } from './holds/end-hold.ts'
import type { IncomingChild } from './lock-for-decision.ts'
import { withdrawOpenQuestion } from './questions/withdraw-open-question.ts'
import { incomingChildren } from './tables.ts'

/** `conflicts` is how much of what the child tells waits for an officer to decide. */
export type Settled = { outcome: 'settled'; personId: string; conflicts: number }

/** Records who an incoming child is, for itself and for every submission that hangs on it. */
export async function settleChild(
  ctx: ProcedureContext<Actor>,
  child: IncomingChild,
  personId: string,
  decision: 'matched' | 'addedAsNew',
): Promise<Settled> {
  const settled = { settledBy: ctx.actor.userId, settledAt: ctx.now(), rowVersion: child.rowVersion + 1 }
  await ctx.tx
    .update(incomingChildren)
    .set({ state: 'ready', settledFrom: child.state, personId, decision, ...settled })
    .where(eq(incomingChildren.id, child.id))
  await ctx.tx.update(submissions).set({ personId }).where(eq(submissions.incomingChildId, child.id))
  await withdrawOpenQuestion(ctx, child.id, 'settled')
  await endHold(ctx, child.id)
  const action = decision === 'matched' ? 'suspense.match' : 'suspense.addAsNew'
  const details = decisionDetails(child, personId)
  await ctx.audit({ action, objectKind: 'incomingChild', objectId: child.id, personId, details })
  const keep = decision === 'matched' ? importOnMatch : keepFamilyOfNew
  const conflicts = await keep(ctx, child, personId)
  const ofNumber = await keepNumberOfSchool(ctx, child, personId)
  return { outcome: 'settled', personId, conflicts: conflicts + ofNumber }
}

/** What the officer was shown when deciding: the proposal, and the numbers of the person, if it was a candidate. */
function decisionDetails(child: IncomingChild, personId: string): Record<string, unknown> {
  const rank = child.candidates.findIndex((candidate) => candidate.personId === personId)
  const shown = child.candidates[rank]
  const proposed = { state: child.state, modelVersion: child.modelVersion }
  if (!shown) return { ...proposed, candidates: child.candidates.length }
  const { weight, probability, decision, rule, vetoes } = shown
  return { ...proposed, rank: rank + 1, weight, probability, decision, rule, vetoes }
}
