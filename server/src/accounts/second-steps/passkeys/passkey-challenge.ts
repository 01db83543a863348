import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../../context.ts'
import { notAllowed } from '../../../errors.ts'
import { passkeyChallenges } from '../tables.ts'

const lifeMs = 5 * 60_000
/** EdDSA, ES256, RS256: what authenticators make; the library would also try what Node calls experimental. */
export const keyAlgorithms = [-8, -7, -257]

type Purpose = 'register' | 'verify'

/** The face that a passkey is bound to; the desktop has no web origin. */
export function relyingParty(ctx: ProcedureContext<Actor>): { id: string; origin: string } {
  if (ctx.face === 'desktop') throw notAllowed()
  const { origin, hostname } = new URL(ctx.services.portal.origins[ctx.face])
  return { id: hostname, origin }
}

/** Keeps the one challenge that this session may answer; an earlier one stops counting. */
export async function keepChallenge(
  ctx: ProcedureContext<Actor>,
  purpose: Purpose,
  challenge: string,
): Promise<void> {
  const values = { purpose, challenge, expiresAt: new Date(ctx.now().getTime() + lifeMs) }
  await ctx.tx
    .insert(passkeyChallenges)
    .values({ sessionId: ctx.actor.sessionId, ...values })
    .onConflictDoUpdate({ target: passkeyChallenges.sessionId, set: values })
}

/** Takes the challenge of this session away, so that it is answered once; undefined when there is none that counts. */
export async function takeChallenge(
  ctx: ProcedureContext<Actor>,
  purpose: Purpose,
): Promise<string | undefined> {
  const [taken] = await ctx.tx
    .delete(passkeyChallenges)
    .where(and(eq(passkeyChallenges.sessionId, ctx.actor.sessionId), eq(passkeyChallenges.purpose, purpose)))
    .returning()
  return taken && taken.expiresAt > ctx.now() ? taken.challenge : undefined
}
