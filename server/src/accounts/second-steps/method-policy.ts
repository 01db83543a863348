import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import {
  hasFirstMethod,
  houseMethods,
  staffMethods,
  type SecondStepMethod,
} from '@send/shared/accounts/second-step-methods'
import type { Actor, ProcedureContext, UserKind } from '../../context.ts'
import type { Transaction } from '../../database/client.ts'
import { SendError } from '../../errors.ts'
import { users } from '../tables.ts'
import { secondStepPolicies } from './tables.ts'

export type PortalKind = Exclude<UserKind, 'staff'>

/** Which second steps a kind of user may use now. */
export async function findAllowedMethods(tx: Transaction, kind: UserKind): Promise<SecondStepMethod[]> {
  if (kind === 'staff') return staffMethods
  const [policy] = await tx.select().from(secondStepPolicies).where(eq(secondStepPolicies.kind, kind))
  return policy?.methods ?? houseMethods
}

/** What each kind of portal user may use. */
export async function getSecondStepPolicy(
  ctx: ProcedureContext,
): Promise<Record<PortalKind, SecondStepMethod[]>> {
  return {
    citizen: await findAllowedMethods(ctx.tx, 'citizen'),
    professional: await findAllowedMethods(ctx.tx, 'professional'),
  }
}

/**
 * Sets what a kind of portal user may use, from the next sign-in on. Says how many would be left without a
 * second step and have to ask for a recovery.
 */
export async function setSecondStepPolicy(
  ctx: ProcedureContext<Actor>,
  input: { kind: PortalKind; methods: SecondStepMethod[] },
): Promise<{ outcome: 'set'; leftWithout: number }> {
  if (!hasFirstMethod(input.methods)) throw new SendError('bad-input')
  const methods = houseMethods.filter((method) => input.methods.includes(method))
  const change = { methods, changedBy: ctx.actor.userId, changedAt: ctx.now() }
  await ctx.tx
    .insert(secondStepPolicies)
    .values({ kind: input.kind, ...change })
    .onConflictDoUpdate({ target: secondStepPolicies.kind, set: change })
  await ctx.audit({
    action: 'secondSteps.setPolicy',
    objectKind: 'secondStepPolicy',
    objectId: input.kind,
    details: { methods },
  })
  return { outcome: 'set', leftWithout: await countLeftWithout(ctx.tx, input.kind, methods) }
}

/** Passkeys and recovery codes do not count: they never stand alone. */
async function countLeftWithout(
  tx: Transaction,
  kind: PortalKind,
  methods: SecondStepMethod[],
): Promise<number> {
  if (methods.includes('emailCode')) return 0
  const [row] = await tx
    .select({ number: count() })
    .from(users)
    .where(
      and(
        eq(users.kind, kind),
        isNull(users.totpSecret),
        isNotNull(users.secondStepSince),
        isNull(users.closedAt),
      ),
    )
  return row?.number ?? 0
}
