import { and, eq, ne } from 'drizzle-orm'
import type { PasskeyAnswer } from '@send/shared/accounts/passkey-answers'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notAllowed, SendError } from '../../errors.ts'
import { startFullSession } from '../session-store.ts'
import { sessions, users } from '../tables.ts'
import { settleGuess, takeGuess } from '../take-guess.ts'
import { acceptEmailCode } from './email-code.ts'
import { findAllowedMethods } from './method-policy.ts'
import { acceptPasskey } from './passkeys/accept-passkey.ts'
import { endRecoveries, isOpen } from './recoveries.ts'
import { acceptRecoveryCode } from './recovery-codes.ts'
import { findStanding, getOwnAccount, type Standing } from './standing.ts'
import { passkeys, recoveryCodes } from './tables.ts'
import { tellOwner } from './tell-owner.ts'
import { acceptTotp } from './totp.ts'

export type SecondStepAnswer =
  | { method: 'totp' | 'emailCode' | 'recoveryCode'; code: string }
  | { method: 'passkey'; response: PasskeyAnswer }

type SecondStepOutcome =
  | { outcome: 'verified'; token: string; expiresAt: string; recoveryCodesNeeded: boolean }
  | { outcome: 'refused'; triesLeft: number }
  | { outcome: 'notYet'; from: string }
  | { outcome: 'tooManyTries'; retryAfterSeconds: number }

type User = typeof users.$inferSelect
/** `setUp`: the code came from an app that is new. */
type Judgement = { right: boolean; triesLeft: number; setUp: boolean }

/** Trades a half session and a right answer for a full session with a new token. */
export async function verifySecondStep(
  ctx: ProcedureContext<Actor>,
  input: SecondStepAnswer,
): Promise<SecondStepOutcome> {
  const { actor, tx } = ctx
  if (actor.secondStep) throw notAllowed()
  if (!(await findAllowedMethods(tx, actor.kind)).includes(input.method)) throw notAllowed()
  const account = `second-step:${actor.userId}`
  const guess = await takeGuess(ctx, account)
  if (!guess.allowed) return { outcome: 'tooManyTries', retryAfterSeconds: guess.retryAfterSeconds }
  // Read after the throttle's lock: whoever came first may have used the code or the session.
  const user = await getOwnAccount(ctx)
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, actor.sessionId))
  if (!session) throw new SendError('sign-in-needed')
  const standing = await findStanding(ctx, user)
  if (input.method === 'emailCode' && standing.emailCodeFrom)
    return { outcome: 'notYet', from: standing.emailCodeFrom.toISOString() }

  const answer = await judge(ctx, { user, standing, triesLeft: guess.left }, input)
  const event = { action: 'accounts.verifySecondStep', objectKind: 'user', objectId: user.id }
  if (!answer.right) {
    await ctx.audit({ ...event, outcome: 'refused', details: { method: input.method } })
    return { outcome: 'refused', triesLeft: Math.min(guess.left, answer.triesLeft) }
  }

  await settleGuess(ctx, account)
  await ctx.audit({ ...event, details: { method: input.method } })
  const first = user.secondStepSince === null
  if (first) await tx.update(users).set({ secondStepSince: ctx.now() }).where(eq(users.id, user.id))
  await settleRecovery(ctx, standing, { setUp: answer.setUp, method: input.method })
  await tx.delete(sessions).where(eq(sessions.id, actor.sessionId))
  const full = await startFullSession(ctx, actor.userId, session.reauthenticatedAt)
  const recoveryCodesNeeded =
    standing.allowed.includes('recoveryCode') && (first || !(await hasRecoveryCodes(ctx)))
  return { outcome: 'verified', ...full, recoveryCodesNeeded }
}

async function judge(
  ctx: ProcedureContext<Actor>,
  about: { user: User; standing: Standing; triesLeft: number },
  input: SecondStepAnswer,
): Promise<Judgement> {
  const { user, standing, triesLeft } = about
  switch (input.method) {
    case 'totp': {
      const setUp = standing.maySetUp && (await acceptTotp(ctx, user, 'pending', input.code))
      return { right: setUp || (await acceptTotp(ctx, user, 'current', input.code)), triesLeft, setUp }
    }
    case 'emailCode':
      return { ...(await acceptEmailCode(ctx, input.code)), setUp: false }
    case 'recoveryCode':
      return { right: await acceptRecoveryCode(ctx, input.code), triesLeft, setUp: false }
    case 'passkey':
      return { right: await acceptPasskey(ctx, input.response), triesLeft, setUp: false }
  }
}

/**
 * A new second step under an open recovery takes the place of every old one and ends the other sessions. Any
 * other right answer shows that the owner is there and needs no recovery, so that one that waits is stopped.
 */
async function settleRecovery(
  ctx: ProcedureContext<Actor>,
  { recovery }: Standing,
  by: { setUp: boolean; method: SecondStepAnswer['method'] },
): Promise<void> {
  if (!recovery) return
  const { tx, actor } = ctx
  const event = { objectKind: 'user', objectId: actor.userId }
  if (!isOpen(recovery, ctx.now()) || !(by.setUp || by.method === 'emailCode')) {
    await endRecoveries(ctx, actor.userId, 'cancelled')
    await ctx.audit({ action: 'secondSteps.cancelRecovery', ...event })
    return
  }
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, actor.userId))
  await tx.delete(passkeys).where(eq(passkeys.userId, actor.userId))
  if (!by.setUp)
    await tx
      .update(users)
      .set({ totpSecret: null, totpPendingSecret: null })
      .where(eq(users.id, actor.userId))
  await tx.delete(sessions).where(and(eq(sessions.userId, actor.userId), ne(sessions.id, actor.sessionId)))
  await endRecoveries(ctx, actor.userId, 'used')
  await ctx.audit({ action: 'secondSteps.useRecovery', ...event })
  await tellOwner(ctx, actor.userId, 'recoveryUsed')
}

async function hasRecoveryCodes(ctx: ProcedureContext<Actor>): Promise<boolean> {
  const [any] = await ctx.tx
    .select({ codeHash: recoveryCodes.codeHash })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.userId, ctx.actor.userId))
    .limit(1)
  return any !== undefined
}
