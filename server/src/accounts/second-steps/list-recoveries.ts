import { and, count, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor, ProcedureContext } from '../../context.ts'
import { users } from '../tables.ts'
import { secondStepRecoveries } from './tables.ts'

const mostListed = 500
const deciders = alias(users, 'deciders')

/** Who waits for a decision, the longest first, and what was approved and can still be used. */
export async function listRecoveries(ctx: ProcedureContext<Actor>) {
  const { state, expiresAt, askedAt } = secondStepRecoveries
  const rows = await ctx.tx
    .select({ recovery: secondStepRecoveries, user: users, decidedBy: deciders.name })
    .from(secondStepRecoveries)
    .innerJoin(users, eq(users.id, secondStepRecoveries.userId))
    .leftJoin(deciders, eq(deciders.id, secondStepRecoveries.decidedBy))
    .where(and(inArray(state, ['waiting', 'approved']), or(isNull(expiresAt), gt(expiresAt, ctx.now()))))
    .orderBy(desc(state), askedAt)
    .limit(mostListed)
  const details = { found: rows.length }
  await ctx.audit({ action: 'secondSteps.listRecoveries', objectKind: 'user', objectId: 'list', details })
  return {
    recoveries: rows.map(({ recovery, user, decidedBy }) => ({
      recoveryId: recovery.id,
      userId: user.id,
      kind: user.kind,
      name: user.name,
      email: user.email,
      /** As the owner gave it when nobody was locked out: the number to ring, not one that is given now. */
      phone: user.phone,
      registeredAt: user.createdAt.toISOString(),
      state: recovery.state,
      askedAt: recovery.askedAt.toISOString(),
      decidedBy,
      decidedAt: recovery.decidedAt?.toISOString() ?? null,
      opensAt: recovery.opensAt?.toISOString() ?? null,
      expiresAt: recovery.expiresAt?.toISOString() ?? null,
      reason: recovery.reason,
    })),
  }
}

/** How many wait for a decision: a number alone, so that asking often reads nobody's account. */
export async function countRecoveries(ctx: ProcedureContext): Promise<{ waiting: number }> {
  const [row] = await ctx.tx
    .select({ waiting: count() })
    .from(secondStepRecoveries)
    .where(eq(secondStepRecoveries.state, 'waiting'))
  return { waiting: row?.waiting ?? 0 }
}
