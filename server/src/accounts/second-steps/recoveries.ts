import { and, desc, eq, inArray, or, gt, isNull } from 'drizzle-orm'
import type { ProcedureContext } from '../../context.ts'
import { secondStepRecoveries } from './tables.ts'

/**
 * Somebody who knows the password and has lost every second step asks the authority (`waiting`). The owner hears
 * of it at once and can stop it (`cancelled`), also by signing in. Staff refuse it (`refused`) or approve it
 * (`approved`): it opens a day later, for a week. Setting up a new second step uses it (`used`).
 */
export type Recovery = typeof secondStepRecoveries.$inferSelect

/**
 * A thief who talked the authority into an approval waits, and the owner has two messages and a day to stop it.
 * A day is what a parent who is locked out can bear, and as long as the e-mail code rests after a reset.
 */
export const waitingMs = 24 * 3_600_000
/** Long enough for somebody without a phone to get another one. */
export const openMs = 7 * 24 * 3_600_000

/** The recovery of a user that is still going on. */
export async function findRecovery(ctx: ProcedureContext, userId: string): Promise<Recovery | undefined> {
  const [recovery] = await ctx.tx
    .select()
    .from(secondStepRecoveries)
    .where(
      and(
        eq(secondStepRecoveries.userId, userId),
        inArray(secondStepRecoveries.state, ['waiting', 'approved']),
        or(isNull(secondStepRecoveries.expiresAt), gt(secondStepRecoveries.expiresAt, ctx.now())),
      ),
    )
    .orderBy(desc(secondStepRecoveries.askedAt))
    .limit(1)
  return recovery
}

/** Whether a recovery lets its owner set up a new second step now. */
export function isOpen(recovery: Recovery, now: Date): boolean {
  return recovery.state === 'approved' && recovery.opensAt !== null && recovery.opensAt <= now
}

/** Ends every recovery of a user that is still going on; whether there was one. */
export async function endRecoveries(
  ctx: ProcedureContext,
  userId: string,
  state: 'used' | 'cancelled',
): Promise<boolean> {
  const ended = await ctx.tx
    .update(secondStepRecoveries)
    .set({ state })
    .where(
      and(
        eq(secondStepRecoveries.userId, userId),
        inArray(secondStepRecoveries.state, ['waiting', 'approved']),
      ),
    )
    .returning({ id: secondStepRecoveries.id })
  return ended.length > 0
}
