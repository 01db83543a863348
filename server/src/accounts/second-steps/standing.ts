import { count, eq } from 'drizzle-orm'
import type { SecondStepMethod } from '@send/shared/accounts/second-step-methods'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { users } from '../tables.ts'
import { findAllowedMethods } from './method-policy.ts'
import { countRecoveryCodes } from './recovery-codes.ts'
import { findRecovery, isOpen, type Recovery } from './recoveries.ts'
import { passkeys } from './tables.ts'

/** For a day after a reset by e-mail the mailbox alone must not be both steps: its owner has time to notice. */
const afterResetMs = 24 * 3_600_000
/** What is offered first. */
const order: SecondStepMethod[] = ['passkey', 'totp', 'emailCode', 'recoveryCode']

type Account = Pick<
  typeof users.$inferSelect,
  'id' | 'kind' | 'totpSecret' | 'secondStepSince' | 'passwordResetAt'
>

export type Standing = {
  allowed: SecondStepMethod[]
  /** What would be accepted at this moment, the best first. */
  usable: SecondStepMethod[]
  /** From when the e-mail code counts again, while it does not. */
  emailCodeFrom: Date | null
  recovery: Recovery | undefined
  /** Whether the password alone is enough to set up a second step: at the first time, or after a recovery. */
  maySetUp: boolean
}

/** Which second steps somebody may use now, and why not the others. */
export async function findStanding(ctx: ProcedureContext, user: Account): Promise<Standing> {
  const { tx } = ctx
  const [allowed, recovery, [keys], codes] = await Promise.all([
    findAllowedMethods(tx, user.kind),
    findRecovery(ctx, user.id),
    tx.select({ number: count() }).from(passkeys).where(eq(passkeys.userId, user.id)),
    countRecoveryCodes(tx, user.id),
  ])
  const opened = recovery !== undefined && isOpen(recovery, ctx.now())
  const emailCodeFrom = opened ? null : findEmailCodeFrom(user.passwordResetAt, ctx.now())
  const has: Record<SecondStepMethod, boolean> = {
    totp: user.totpSecret !== null,
    emailCode: user.kind !== 'staff' && emailCodeFrom === null,
    recoveryCode: codes > 0,
    passkey: (keys?.number ?? 0) > 0,
  }
  return {
    allowed,
    usable: order.filter((method) => has[method] && allowed.includes(method)),
    emailCodeFrom: allowed.includes('emailCode') ? emailCodeFrom : null,
    recovery,
    maySetUp: (user.secondStepSince === null && user.totpSecret === null) || opened,
  }
}

/** The account of who acts, locked: whoever comes at the same time waits. */
export async function getOwnAccount(ctx: ProcedureContext<Actor>): Promise<typeof users.$inferSelect> {
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, ctx.actor.userId)).for('update')
  if (!user) throw new SendError('sign-in-needed')
  return user
}

/** What the pages of signing in need to know of one's own second steps. */
export async function getOwnStanding(ctx: ProcedureContext<Actor>) {
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, ctx.actor.userId))
  if (!user) throw new SendError('sign-in-needed')
  const { allowed, usable, emailCodeFrom, recovery, maySetUp } = await findStanding(ctx, user)
  return {
    allowed,
    usable,
    emailCodeFrom: emailCodeFrom?.toISOString() ?? null,
    maySetUp,
    recovery: recovery
      ? {
          state: recovery.state,
          opensAt: recovery.opensAt?.toISOString() ?? null,
          expiresAt: recovery.expiresAt?.toISOString() ?? null,
        }
      : null,
  }
}

function findEmailCodeFrom(passwordResetAt: Date | null, now: Date): Date | null {
  if (!passwordResetAt) return null
  const from = new Date(passwordResetAt.getTime() + afterResetMs)
  return from > now ? from : null
}
