import { and, eq } from 'drizzle-orm'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { users } from '../tables.ts'
import { cancelLink } from './ask-recovery.ts'
import { endRecoveries, findRecovery, openMs, waitingMs } from './recoveries.ts'
import { secondStepRecoveries } from './tables.ts'
import { tellOwner } from './tell-owner.ts'
import { writtenTime } from './written-time.ts'

/** Approves or refuses a recovery, once; the owner hears either. */
export async function decideRecovery(
  ctx: ProcedureContext<Actor>,
  input: { recoveryId: string; decision: 'approve' | 'refuse'; reason: string },
): Promise<{ outcome: 'decided' | 'alreadyDecided' }> {
  const decided = { decidedBy: ctx.actor.userId, decidedAt: ctx.now(), reason: input.reason }
  const change =
    input.decision === 'approve'
      ? { state: 'approved' as const, ...decided, ...windowFrom(ctx.now()) }
      : { state: 'refused' as const, ...decided }
  const [recovery] = await ctx.tx
    .update(secondStepRecoveries)
    .set(change)
    .where(and(eq(secondStepRecoveries.id, input.recoveryId), eq(secondStepRecoveries.state, 'waiting')))
    .returning()
  if (!recovery) {
    const [known] = await ctx.tx
      .select({ id: secondStepRecoveries.id })
      .from(secondStepRecoveries)
      .where(eq(secondStepRecoveries.id, input.recoveryId))
    if (!known) throw notFound()
    return { outcome: 'alreadyDecided' }
  }
  await ctx.audit({
    action: 'secondSteps.decideRecovery',
    objectKind: 'user',
    objectId: recovery.userId,
    details: { decision: input.decision },
    reason: input.reason,
  })
  if (input.decision === 'approve') await tellApproved(ctx, recovery.id, recovery.userId)
  else await tellOwner(ctx, recovery.userId, 'recoveryRefused')
  return { outcome: 'decided' }
}

/** Lets a portal user set up a new second step though they did not ask, such as after a visit to the office. */
export async function resetSecondStep(
  ctx: ProcedureContext<Actor>,
  input: { userId: string; reason: string },
): Promise<{ outcome: 'approved'; opensAt: string }> {
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, input.userId)).for('update')
  if (!user || user.kind === 'staff' || user.closedAt) throw notFound()
  const current = await findRecovery(ctx, user.id)
  if (current?.state === 'approved' && current.opensAt)
    return { outcome: 'approved', opensAt: current.opensAt.toISOString() }
  await endRecoveries(ctx, user.id, 'cancelled')
  const [id, now] = [newId(), ctx.now()]
  const { opensAt, expiresAt } = windowFrom(now)
  await ctx.tx.insert(secondStepRecoveries).values({
    id,
    userId: user.id,
    state: 'approved',
    askedAt: now,
    decidedBy: ctx.actor.userId,
    decidedAt: now,
    reason: input.reason,
    opensAt,
    expiresAt,
  })
  await ctx.audit({
    action: 'secondSteps.reset',
    objectKind: 'user',
    objectId: user.id,
    reason: input.reason,
  })
  await tellApproved(ctx, id, user.id)
  return { outcome: 'approved', opensAt: opensAt.toISOString() }
}

function windowFrom(now: Date): { opensAt: Date; expiresAt: Date } {
  const opensAt = new Date(now.getTime() + waitingMs)
  return { opensAt, expiresAt: new Date(opensAt.getTime() + openMs) }
}

async function tellApproved(ctx: ProcedureContext, recoveryId: string, userId: string): Promise<void> {
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, userId))
  if (!user || user.kind === 'staff') return
  const { opensAt, expiresAt } = windowFrom(ctx.now())
  await tellOwner(ctx, userId, 'recoveryApproved', {
    link: cancelLink(ctx, recoveryId, user.kind),
    from: writtenTime(opensAt, user.language),
    until: writtenTime(expiresAt, user.language),
  })
}
