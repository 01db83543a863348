import { and, eq } from 'drizzle-orm'
import { canInSuspense } from '@send/shared/suspense/suspense-lifecycle'
import type { Actor, ProcedureContext } from '../../context.ts'
import { alreadyHandled, lockChild, type AlreadyHandled, type HeldByAnother } from '../lock-for-decision.ts'
import { findOtherHolder } from './find-holder.ts'
import { writeHold } from './still-here.ts'
import { suspenseHolds } from './tables.ts'

/**
 * Takes a child over from the colleague who looks at it, as the asker saw it: from somebody else who was quicker it is
 * not taken unasked. Where nobody looks any more it is simply held.
 */
export async function takeOver(
  ctx: ProcedureContext<Actor>,
  { incomingChildId, since }: { incomingChildId: string; since: string },
): Promise<{ outcome: 'takenOver' } | AlreadyHandled | HeldByAnother> {
  const child = await lockChild(ctx, incomingChildId)
  if (!canInSuspense(child.state, 'hold')) return alreadyHandled(ctx, child)
  const holder = await findOtherHolder(ctx, incomingChildId)
  if (holder && holder.since !== since) return { outcome: 'heldByAnother', ...holder }
  const [before] = await ctx.tx
    .select({ userId: suspenseHolds.userId })
    .from(suspenseHolds)
    .where(and(eq(suspenseHolds.incomingChildId, incomingChildId)))
  await writeHold(ctx, incomingChildId)
  await ctx.audit({
    action: 'suspense.takeOver',
    objectKind: 'incomingChild',
    objectId: incomingChildId,
    details: { from: holder ? (before?.userId ?? null) : null },
  })
  return { outcome: 'takenOver' }
}
