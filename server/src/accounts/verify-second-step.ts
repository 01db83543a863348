import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notAllowed, SendError } from '../errors.ts'
import { acceptEmailCode } from './email-code.ts'
import { newSessionAttributes, openSessions } from './session-store.ts'
import { createToken } from './session-tokens.ts'
import { sessions, users } from './tables.ts'
import { settleGuess, takeGuess } from './take-guess.ts'
import { acceptTotp } from './totp.ts'

type SecondStepOutcome =
  | { outcome: 'verified'; token: string; expiresAt: string }
  | { outcome: 'refused'; triesLeft: number }
  | { outcome: 'tooManyTries'; retryAfterSeconds: number }

/** Trades a half session and a right code for a full session with a new token. */
export async function verifySecondStep(
  ctx: ProcedureContext<Actor>,
  input: { method: 'totp' | 'emailCode'; code: string },
): Promise<SecondStepOutcome> {
  const { actor, tx } = ctx
  if (input.method === 'emailCode' && actor.kind === 'staff') throw notAllowed()
  const account = `second-step:${actor.userId}`
  const guess = await takeGuess(ctx, account)
  if (!guess.allowed) return { outcome: 'tooManyTries', retryAfterSeconds: guess.retryAfterSeconds }
  // Read after the throttle's lock: whoever came first may have used the code or the session.
  const [user] = await tx.select().from(users).where(eq(users.id, actor.userId)).for('update')
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, actor.sessionId))
  if (!user || !session) throw new SendError('sign-in-needed')

  const answer =
    input.method === 'totp'
      ? { right: await acceptTotp(ctx, user, input.code), triesLeft: guess.left }
      : await acceptEmailCode(ctx, input.code)
  const event = { action: 'accounts.verifySecondStep', objectKind: 'user', objectId: user.id }
  if (!answer.right) {
    await ctx.audit({ ...event, outcome: 'refused', details: { method: input.method } })
    return { outcome: 'refused', triesLeft: Math.min(guess.left, answer.triesLeft) }
  }

  await settleGuess(ctx, account)
  await ctx.audit({ ...event, details: { method: input.method } })
  if (!user.secondStepSince)
    await tx.update(users).set({ secondStepSince: ctx.now() }).where(eq(users.id, user.id))
  await tx.delete(sessions).where(eq(sessions.id, actor.sessionId))
  return startFullSession(ctx)
}

async function startFullSession(ctx: ProcedureContext<Actor>): Promise<SecondStepOutcome> {
  const token = createToken()
  const attributes = newSessionAttributes(ctx.face, ctx.now())
  await openSessions(ctx.tx, ctx.clock, ctx.face).createSession(ctx.actor.userId, attributes, {
    sessionId: token,
  })
  const [session] = await ctx.tx.select().from(sessions).where(eq(sessions.id, attributes.sessionRowId))
  if (!session) throw new SendError('internal')
  return { outcome: 'verified', token, expiresAt: session.endsAt.toISOString() }
}
