import { and, eq } from 'drizzle-orm'
import type { SecondStepMethod } from '@send/shared/accounts/second-step-methods'
import type { Face, ProcedureContext, UserKind } from '../context.ts'
import { isAfterReset } from './password-resets/reset-ticket.ts'
import { hashPassword, isPasswordRight, needsRehash } from './passwords.ts'
import { findStanding } from './second-steps/standing.ts'
import { newSessionAttributes, openSessions } from './session-store.ts'
import { createToken } from './session-tokens.ts'
import { settleGuess, takeGuess } from './take-guess.ts'
import { users } from './tables.ts'
import { forgetTries } from './throttle.ts'

type SignInOutcome =
  | {
      outcome: 'secondStepNeeded'
      token: string
      methods: SecondStepMethod[]
      /** Whether the next page sets up a second step instead of asking for one. */
      maySetUp: boolean
    }
  | { outcome: 'refused' }
  | { outcome: 'tooManyTries'; retryAfterSeconds: number }

/** Gives a half session for a right password; says and does the same for an unknown address as for a wrong one. */
export async function signIn(
  ctx: ProcedureContext,
  input: { email: string; password: string; ticket?: string | undefined },
): Promise<SignInOutcome> {
  const kind = kindOfFace(ctx.face)
  const email = input.email.toLowerCase()
  // Strangers may use up the tries of an address; who has just chosen a new password by its mailbox has their own.
  const queue = input.ticket && isAfterReset(ctx, input.ticket, { kind, email }) ? 'after-reset' : 'sign-in'
  const account = `${queue}:${kind}:${email}`
  // The account is read under the lock of the guess, which is sent first.
  const [guess, [user]] = await Promise.all([
    takeGuess(ctx, account),
    ctx.tx
      .select()
      .from(users)
      .where(and(eq(users.kind, kind), eq(users.email, email))),
  ])
  if (!guess.allowed) return { outcome: 'tooManyTries', retryAfterSeconds: guess.retryAfterSeconds }

  const right = await isPasswordRight(user?.passwordHash, input.password)
  if (!user || !right || user.disabled || user.closedAt) {
    await ctx.audit({
      action: 'accounts.signIn',
      objectKind: 'user',
      objectId: user?.id ?? 'unknown',
      outcome: 'refused',
    })
    return { outcome: 'refused' }
  }

  if (needsRehash(user.passwordHash)) {
    const passwordHash = await hashPassword(input.password)
    await ctx.tx.update(users).set({ passwordHash }).where(eq(users.id, user.id))
  }
  const [, token, , { usable, maySetUp }] = await Promise.all([
    settleGuess(ctx, account),
    startHalfSession(ctx, user.id),
    ctx.audit({ action: 'accounts.signIn', objectKind: 'user', objectId: user.id }),
    findStanding(ctx, user),
    ...(queue === 'after-reset' ? [forgetTries(ctx.tx, `sign-in:${kind}:${email}`)] : []),
  ])
  return { outcome: 'secondStepNeeded', token, methods: usable, maySetUp }
}

/** A session that opens nothing but the second step. */
export async function startHalfSession(ctx: ProcedureContext, userId: string): Promise<string> {
  const token = createToken()
  const given = { secondStepAt: null, reauthenticatedAt: ctx.now(), device: ctx.device }
  const attributes = newSessionAttributes(ctx.face, ctx.now(), given)
  await openSessions(ctx.tx, ctx.clock, ctx.face).createSession(userId, attributes, { sessionId: token })
  return token
}

function kindOfFace(face: Face): UserKind {
  return face === 'desktop' ? 'staff' : face
}
