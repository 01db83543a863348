import { eq } from 'drizzle-orm'
import { canInSuspense, type SuspenseAction } from '@send/shared/suspense/suspense-lifecycle'
import { users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound, SendError } from '../errors.ts'
import { submissions } from '../submissions/tables.ts'
import { importOnMatch } from './conflicts/import-on-match.ts'
import { incomingChildren } from './tables.ts'

export type IncomingChild = typeof incomingChildren.$inferSelect
export type AlreadyHandled = { outcome: 'alreadyHandled'; by: string; at: string }
/** `conflicts` is how much of what the child tells waits for an officer to decide. */
export type Settled = { outcome: 'settled'; personId: string; conflicts: number }

/**
 * Locks an incoming child for a decision. Of two officers the lock lets one decide; the other gets to know by
 * whom and when. A decision made on an older state of the child is a conflict.
 */
export async function lockForDecision(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
  version: number,
  action: SuspenseAction,
): Promise<{ outcome: 'locked'; child: IncomingChild } | AlreadyHandled> {
  const [child] = await ctx.tx
    .select()
    .from(incomingChildren)
    .where(eq(incomingChildren.id, incomingChildId))
    .for('update')
  if (!child) throw notFound()
  if (!canInSuspense(child.state, action)) return alreadyHandled(ctx, child)
  if (child.rowVersion !== version) throw new SendError('conflict')
  return { outcome: 'locked', child }
}

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
  const action = decision === 'matched' ? 'suspense.match' : 'suspense.addAsNew'
  const details = decisionDetails(child, personId)
  await ctx.audit({ action, objectKind: 'incomingChild', objectId: child.id, personId, details })
  const conflicts = decision === 'matched' ? await importOnMatch(ctx, child, personId) : 0
  return { outcome: 'settled', personId, conflicts }
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

async function alreadyHandled(ctx: ProcedureContext<Actor>, child: IncomingChild): Promise<AlreadyHandled> {
  const [officer] = await ctx.tx
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, child.settledBy ?? ''))
  return {
    outcome: 'alreadyHandled',
    by: officer?.name ?? '',
    at: (child.settledAt ?? ctx.now()).toISOString(),
  }
}
