import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { childClaims } from '../child-access/tables.ts'
import { requireRecentPassword } from '../recent-password.ts'
import { tellOwner } from '../second-steps/tell-owner.ts'
import { emailChanges, emailCodes, passwordResets, sessions, users } from '../tables.ts'
import { requireOwnPortalAccount } from './get-own-account.ts'

/**
 * Closes the account for its owner: every session, code and link ends and claims that wait are withdrawn.
 * What was sent to the authority stays part of the child's record.
 */
export async function closeOwnAccount(ctx: ProcedureContext<Actor>): Promise<{ outcome: 'closed' }> {
  const user = await requireOwnPortalAccount(ctx)
  requireRecentPassword(ctx)
  const { tx } = ctx
  const closedAt = ctx.now()
  await tx.update(users).set({ closedAt }).where(eq(users.id, user.id))
  const waiting = and(eq(childClaims.userId, user.id), eq(childClaims.state, 'waiting'))
  await tx.update(childClaims).set({ state: 'withdrawn', decidedAt: closedAt }).where(waiting)
  await tx.delete(emailChanges).where(eq(emailChanges.userId, user.id))
  await tx.delete(emailCodes).where(eq(emailCodes.userId, user.id))
  await tx.delete(passwordResets).where(eq(passwordResets.userId, user.id))
  await ctx.audit({ action: 'ownAccount.close', objectKind: 'user', objectId: user.id })
  await tellOwner(ctx, user.id, 'accountClosed')
  await tx.delete(sessions).where(eq(sessions.userId, user.id))
  return { outcome: 'closed' }
}
