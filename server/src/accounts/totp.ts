import { randomBytes } from 'node:crypto'
import { encodeBase32NoPadding } from '@oslojs/encoding'
import { createTOTPKeyURI, verifyHOTP } from '@oslojs/otp'
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notAllowed } from '../errors.ts'
import type { SecretBox } from '../secret-box.ts'
import { users } from './tables.ts'

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
  if (!user || !maySetUp(actor, user)) throw notAllowed()
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

/** With a half session only somebody who never had a second step may set one up. */
function maySetUp(actor: Actor, user: { secondStepSince: Date | null }): boolean {
  return actor.secondStep || user.secondStepSince === null
}

/**
 * Accepts a code of the current step or its neighbours, each step once: the update is the proof, and it
 * stands in the same transaction as the new session. A right code for a pending secret confirms it.
 */
export async function acceptTotp(
  ctx: ProcedureContext<Actor>,
  user: typeof users.$inferSelect,
  code: string,
): Promise<boolean> {
  const pending = maySetUp(ctx.actor, user) ? user.totpPendingSecret : null
  for (const sealed of [pending, user.totpSecret]) {
    if (!sealed) continue
    const step = findStep(ctx, ctx.services.secrets.open(sealed, sealPurpose(user.id)), code)
    if (step === undefined) continue
    const confirmed = sealed === pending ? { totpSecret: sealed, totpPendingSecret: null } : {}
    const [used] = await ctx.tx
      .update(users)
      .set({ totpLastStep: step, ...confirmed })
      .where(and(eq(users.id, user.id), or(isNull(users.totpLastStep), lt(users.totpLastStep, step))))
      .returning({ id: users.id })
    if (used) return true
  }
  return false
}

function findStep(ctx: ProcedureContext, secret: Uint8Array, code: string): number | undefined {
  const current = Math.floor(ctx.now().getTime() / 1000 / stepSeconds)
  return [current, current - 1, current + 1].find((step) => verifyHOTP(secret, BigInt(step), digits, code))
}
