import { randomBytes } from 'node:crypto'
import { encodeBase32NoPadding } from '@oslojs/encoding'
import { createTOTPKeyURI, verifyHOTP } from '@oslojs/otp'
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notAllowed } from '../../errors.ts'
import type { SecretBox } from '../../secret-box.ts'
import { requireRecentPassword } from '../recent-password.ts'
import { users } from '../tables.ts'
import { findStanding } from './standing.ts'

const stepSeconds = 30
const digits = 6

/** The purpose binds a sealed secret to its user: it cannot be moved to another row. */
function sealPurpose(userId: string): string {
  return `totp:${userId}`
}

/** How a secret stands in the database. */
export function sealTotpSecret(secrets: SecretBox, userId: string, secret: Uint8Array): string {
  return secrets.seal(secret, sealPurpose(userId))
}

/** Makes a secret that counts only after its first right code; a stolen password alone cannot replace one. */
export async function beginTotp(ctx: ProcedureContext<Actor>): Promise<{ secret: string; uri: string }> {
  const { actor, tx } = ctx
  const [user] = await tx.select().from(users).where(eq(users.id, actor.userId))
  if (!user) throw notAllowed()
  const { allowed, maySetUp } = await findStanding(ctx, user)
  if (!allowed.includes('totp')) throw notAllowed()
  if (actor.secondStep) requireRecentPassword(ctx)
  else if (!maySetUp) throw notAllowed()
  const secret = randomBytes(20)
  await tx
    .update(users)
    .set({ totpPendingSecret: sealTotpSecret(ctx.services.secrets, user.id, secret) })
    .where(eq(users.id, user.id))
  await ctx.audit({ action: 'accounts.beginTotp', objectKind: 'user', objectId: user.id })
  return {
    secret: encodeBase32NoPadding(secret),
    uri: createTOTPKeyURI('SEND Portal', user.email, secret, stepSeconds, digits),
  }
}

/**
 * Accepts a code of the current step or its neighbours, each step once: the update is the proof, and it
 * stands in the same transaction as the new session. A right code for the pending secret makes it the secret;
 * which steps were used with the one before does not count, for its codes are others.
 */
export async function acceptTotp(
  ctx: ProcedureContext<Actor>,
  user: typeof users.$inferSelect,
  which: 'current' | 'pending',
  code: string,
): Promise<boolean> {
  const sealed = which === 'pending' ? user.totpPendingSecret : user.totpSecret
  if (!sealed) return false
  const step = findStep(ctx, ctx.services.secrets.open(sealed, sealPurpose(user.id)), code)
  if (step === undefined) return false
  const confirmed = which === 'pending' ? { totpSecret: sealed, totpPendingSecret: null } : {}
  const unused =
    which === 'pending'
      ? eq(users.totpPendingSecret, sealed)
      : or(isNull(users.totpLastStep), lt(users.totpLastStep, step))
  const [used] = await ctx.tx
    .update(users)
    .set({ totpLastStep: step, ...confirmed })
    .where(and(eq(users.id, user.id), unused))
    .returning({ id: users.id })
  return used !== undefined
}

function findStep(ctx: ProcedureContext, secret: Uint8Array, code: string): number | undefined {
  const current = Math.floor(ctx.now().getTime() / 1000 / stepSeconds)
  return [current, current - 1, current + 1].find((step) => verifyHOTP(secret, BigInt(step), digits, code))
}
