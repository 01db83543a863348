import { eq } from 'drizzle-orm'
import { canInSuspense, type SuspenseAction } from '@send/shared/suspense/suspense-lifecycle'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { nameSettler } from './add-unmatched/name-settler.ts'
import { requireVersion } from './child-version.ts'
import { findOtherHolder, type Holder } from './holds/find-holder.ts'
import { incomingChildren } from './tables.ts'

export type IncomingChild = typeof incomingChildren.$inferSelect
export type AlreadyHandled = { outcome: 'alreadyHandled'; by: string; at: string }
/** Somebody else looks at the child: whoever wants to decide takes it over first. */
export type HeldByAnother = { outcome: 'heldByAnother' } & Holder
export type NotDecided = AlreadyHandled | HeldByAnother

/**
 * Locks an incoming child for a decision. Of two officers the lock lets one decide; the other gets to know by
 * whom and when. Whom another officer looks at, nobody else decides about; where nobody looks, the lock itself holds
 * the child for as long as the decision takes. A decision made on an older state of the child, or before its sender
 * answered, is a conflict.
 */
export async function lockForDecision(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
  version: number,
  action: SuspenseAction,
): Promise<{ outcome: 'locked'; child: IncomingChild } | NotDecided> {
  const child = await lockChild(ctx, incomingChildId)
  if (!canInSuspense(child.state, action)) return alreadyHandled(ctx, child)
  const holder = await findOtherHolder(ctx, incomingChildId)
  if (holder) return { outcome: 'heldByAnother', ...holder }
  await requireVersion(ctx, child, version)
  return { outcome: 'locked', child }
}

/** An incoming child, locked to the end of the transaction. */
export async function lockChild(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
): Promise<IncomingChild> {
  const [child] = await ctx.tx
    .select()
    .from(incomingChildren)
    .where(eq(incomingChildren.id, incomingChildId))
    .for('update')
  if (!child) throw notFound()
  return child
}

/** By whom and when a child was handled that waits no more. */
export async function alreadyHandled(
  ctx: ProcedureContext<Actor>,
  child: IncomingChild,
): Promise<AlreadyHandled> {
  return {
    outcome: 'alreadyHandled',
    by: await nameSettler(ctx, child),
    at: (child.settledAt ?? ctx.now()).toISOString(),
  }
}
