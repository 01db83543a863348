import { and, count, eq, exists, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import {
  areSameMethods,
  hasFirstMethod,
  houseMethods,
  leftWithout,
  staffMethods,
  type MethodUse,
  type SecondStepMethod,
} from '@send/shared/accounts/second-step-methods'
import type { Actor, ProcedureContext, UserKind } from '../../context.ts'
import type { Transaction } from '../../database/client.ts'
import { SendError } from '../../errors.ts'
import { users } from '../tables.ts'
import { passkeys, recoveryCodes, secondStepPolicies } from './tables.ts'

export type PortalKind = Exclude<UserKind, 'staff'>

/** Which second steps a kind of user may use now. */
export async function findAllowedMethods(tx: Transaction, kind: UserKind): Promise<SecondStepMethod[]> {
  if (kind === 'staff') return staffMethods
  const [policy] = await tx.select().from(secondStepPolicies).where(eq(secondStepPolicies.kind, kind))
  return policy?.methods ?? houseMethods
}

/** What each kind of portal user may use, and how many have set up what. */
export async function getSecondStepPolicy(
  ctx: ProcedureContext,
): Promise<Record<PortalKind, { methods: SecondStepMethod[]; use: MethodUse }>> {
  const of = async (kind: PortalKind) => ({
    methods: await findAllowedMethods(ctx.tx, kind),
    use: await countUse(ctx.tx, kind),
  })
  return { citizen: await of('citizen'), professional: await of('professional') }
}

/**
 * Sets what a kind of portal user may use, from the next sign-in on, unless somebody changed it meanwhile. Says how
 * many are left without a second step and have to ask for a recovery.
 */
export async function setSecondStepPolicy(
  ctx: ProcedureContext<Actor>,
  input: { kind: PortalKind; before: SecondStepMethod[]; methods: SecondStepMethod[] },
): Promise<{ outcome: 'set'; leftWithout: number }> {
  if (!hasFirstMethod(input.methods)) throw new SendError('bad-input')
  const methods = houseMethods.filter((method) => input.methods.includes(method))
  // Whoever comes second waits here, and then sees what was set first.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext('send.second-step-policy'))`)
  if (!areSameMethods(input.before, await findAllowedMethods(ctx.tx, input.kind)))
    throw new SendError('conflict')
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
  return { outcome: 'set', leftWithout: leftWithout(methods, await countUse(ctx.tx, input.kind)) }
}

/** Of people with an account who have set up a second step. */
async function countUse(tx: Transaction, kind: PortalKind): Promise<MethodUse> {
  const has = (found: SQL) => sql<number>`count(*) filter (where ${found})`.mapWith(Number)
  const [row] = await tx
    .select({
      people: count(),
      totp: has(isNotNull(users.totpSecret)),
      passkey: has(exists(tx.select().from(passkeys).where(eq(passkeys.userId, users.id)))),
      recoveryCode: has(
        exists(
          tx
            .select()
            .from(recoveryCodes)
            .where(and(eq(recoveryCodes.userId, users.id), isNull(recoveryCodes.usedAt))),
        ),
      ),
    })
    .from(users)
    .where(and(eq(users.kind, kind), isNotNull(users.secondStepSince), isNull(users.closedAt)))
  return row ?? { people: 0, totp: 0, passkey: 0, recoveryCode: 0 }
}
