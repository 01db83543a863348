import { and, eq } from 'drizzle-orm'
import type { Face, ProcedureContext, UserKind } from '../context.ts'
import { isPasswordRight } from './passwords.ts'
import { newSessionAttributes, openSessions } from './session-store.ts'
import { createToken } from './session-tokens.ts'
import { settleGuess, takeGuess } from './take-guess.ts'
import { users } from './tables.ts'

type SecondStepMethod = 'totp' | 'emailCode'
type SignInOutcome =
  | { outcome: 'secondStepNeeded'; token: string; methods: SecondStepMethod[] }
  | { outcome: 'refused' }
  | { outcome: 'tooManyTries'; retryAfterSeconds: number }

/** Gives a half session for a right password; says and does the same for an unknown address as for a wrong one. */
export async function signIn(
  ctx: ProcedureContext,
  input: { email: string; password: string },
): Promise<SignInOutcome> {
  const kind = kindOfFace(ctx.face)
  const email = input.email.toLowerCase()
  const account = `sign-in:${kind}:${email}`
  const guess = await takeGuess(ctx, account)
  if (!guess.allowed) return { outcome: 'tooManyTries', retryAfterSeconds: guess.retryAfterSeconds }

  const [user] = await ctx.tx
    .select()
    .from(users)
    .where(and(eq(users.kind, kind), eq(users.email, email)))
  const right = await isPasswordRight(user?.passwordHash, input.password)
  if (!user || !right || user.disabled) {
    await ctx.audit({
      action: 'accounts.signIn',
      objectKind: 'user',
      objectId: user?.id ?? 'unknown',
      outcome: 'refused',
    })
    return { outcome: 'refused' }
  }

  await settleGuess(ctx, account)
  const token = await startHalfSession(ctx, user.id)
  await ctx.audit({ action: 'accounts.signIn', objectKind: 'user', objectId: user.id })
  return { outcome: 'secondStepNeeded', token, methods: methodsOf(user) }
}

/** A session that opens nothing but the second step. */
export async function startHalfSession(ctx: ProcedureContext, userId: string): Promise<string> {
  const token = createToken()
  await openSessions(ctx.tx, ctx.clock, ctx.face).createSession(
    userId,
    newSessionAttributes(ctx.face, null),
    {
      sessionId: token,
    },
  )
  return token
}

function kindOfFace(face: Face): UserKind {
  return face === 'desktop' ? 'staff' : face
}

/** Staff without an app yet have no method: they set one up first. */
function methodsOf(user: { kind: UserKind; totpSecret: string | null }): SecondStepMethod[] {
  const methods: SecondStepMethod[] = user.totpSecret ? ['totp'] : []
  return user.kind === 'staff' ? methods : [...methods, 'emailCode']
}
