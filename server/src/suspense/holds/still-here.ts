import { and, eq } from 'drizzle-orm'
import { covers } from '@send/shared/accounts/business-processes'
import { canInSuspense } from '@send/shared/suspense/suspense-lifecycle'
import type { Actor, ProcedureContext } from '../../context.ts'
import { lockChild } from '../lock-for-decision.ts'
import { findNews, type CardNews } from './find-news.ts'
import { findOtherHolder, isStillHeld, type Holder } from './find-holder.ts'
import { suspenseHolds } from './tables.ts'

/** Milliseconds after which a look is written down again: a colleague reads no finer than minutes. */
const renewsAfter = 60_000

export type Looking = CardNews & {
  /** Mine to decide about, a colleague’s, or nobody’s: then there is nothing to decide, or the asker may not. */
  hold: 'mine' | 'another' | 'none'
  holder: Holder | null
  /** It was mine before this look. */
  wasMine: boolean
}

/**
 * Notes that somebody has a card open, asked every few seconds: who may decide holds the child, unless a colleague does.
 * Beside it what changed about the child, so that the card is read again.
 */
export async function stillHere(
  ctx: ProcedureContext<Actor>,
  { incomingChildId }: { incomingChildId: string },
): Promise<Looking> {
  const hold = await takeOrRenew(ctx, incomingChildId)
  return { ...hold, ...(await findNews(ctx, incomingChildId)) }
}

const nobodys = { hold: 'none', holder: null, wasMine: false } as const

async function takeOrRenew(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
): Promise<Omit<Looking, keyof CardNews>> {
  const another = await findOtherHolder(ctx, incomingChildId)
  if (another) return { hold: 'another', holder: another, wasMine: false }
  if (!covers(ctx.actor.processes, 'matching', 'write')) return nobodys
  if (await renew(ctx, incomingChildId)) return { hold: 'mine', holder: null, wasMine: true }
  // Whoever takes a hold holds the child’s row, so that of two at once the second finds the first’s.
  const child = await lockChild(ctx, incomingChildId)
  if (!canInSuspense(child.state, 'hold')) return nobodys
  const quicker = await findOtherHolder(ctx, incomingChildId)
  if (quicker) return { hold: 'another', holder: quicker, wasMine: false }
  await writeHold(ctx, incomingChildId)
  return { hold: 'mine', holder: null, wasMine: false }
}

/** Whether the hold is one’s own already; its time is written when the last one is some while ago. */
async function renew(ctx: ProcedureContext<Actor>, incomingChildId: string): Promise<boolean> {
  const { userId, sessionId } = ctx.actor
  const now = ctx.now()
  const own = and(
    eq(suspenseHolds.incomingChildId, incomingChildId),
    eq(suspenseHolds.userId, userId),
    isStillHeld(now),
  )
  const [held] = await ctx.tx.select().from(suspenseHolds).where(own)
  if (!held) return false
  const isFresh = now.getTime() - held.lastSeenAt.getTime() < renewsAfter
  if (isFresh && held.sessionId === sessionId) return true
  const renewed = await ctx.tx
    .update(suspenseHolds)
    .set({ lastSeenAt: now, sessionId })
    .where(own)
    .returning({ userId: suspenseHolds.userId })
  return renewed.length > 0
}

/** Gives a child, whose row must be locked, to the asker from now on. */
export async function writeHold(ctx: ProcedureContext<Actor>, incomingChildId: string): Promise<void> {
  const { userId, sessionId } = ctx.actor
  const [since, lastSeenAt] = [ctx.now(), ctx.now()]
  const held = { userId, sessionId, since, lastSeenAt }
  await ctx.tx
    .insert(suspenseHolds)
    .values({ incomingChildId, ...held })
    .onConflictDoUpdate({ target: suspenseHolds.incomingChildId, set: held })
}
