import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notAllowed } from '../../errors.ts'
import { endOtherSessions } from '../session-store.ts'
import { users } from '../tables.ts'
import { settleGuess, takeGuess } from '../take-guess.ts'
import { findStanding, getOwnAccount } from './standing.ts'
import { tellOwner } from './tell-owner.ts'
import { acceptTotp } from './totp.ts'

type Confirmation =
  | { outcome: 'added' }
  | { outcome: 'refused'; triesLeft: number }
  | { outcome: 'tooManyTries'; retryAfterSeconds: number }

/** Puts the app whose code is right in the place of an earlier one; sessions on other devices end. */
export async function confirmTotp(ctx: ProcedureContext<Actor>, code: string): Promise<Confirmation> {
  const account = `second-step:${ctx.actor.userId}`
  const guess = await takeGuess(ctx, account)
  if (!guess.allowed) return { outcome: 'tooManyTries', retryAfterSeconds: guess.retryAfterSeconds }
  const user = await getOwnAccount(ctx)
  const event = { action: 'secondSteps.confirmTotp', objectKind: 'user', objectId: user.id }
  const { allowed } = await findStanding(ctx, user)
  if (!allowed.includes('totp')) throw notAllowed()
  if (!(await acceptTotp(ctx, user, 'pending', code))) {
    await ctx.audit({ ...event, outcome: 'refused' })
    return { outcome: 'refused', triesLeft: guess.left }
  }
  await settleGuess(ctx, account)
  await endOtherSessions(ctx)
  await ctx.audit(event)
  await tellOwner(ctx, user.id, 'secondStepsChanged')
  return { outcome: 'added' }
}

/** Removes the app, unless nothing but passkeys and recovery codes would be left; sessions on other devices end. */
export async function removeTotp(
  ctx: ProcedureContext<Actor>,
): Promise<{ outcome: 'removed' } | { outcome: 'lastOne' }> {
  const user = await getOwnAccount(ctx)
  const { allowed } = await findStanding(ctx, user)
  if (!user.totpSecret) return { outcome: 'removed' }
  if (user.kind === 'staff' || !allowed.includes('emailCode')) return { outcome: 'lastOne' }
  await ctx.tx.update(users).set({ totpSecret: null, totpPendingSecret: null }).where(eq(users.id, user.id))
  await endOtherSessions(ctx)
  await ctx.audit({ action: 'secondSteps.removeTotp', objectKind: 'user', objectId: user.id })
  await tellOwner(ctx, user.id, 'secondStepsChanged')
  return { outcome: 'removed' }
}
