import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { endChildAccess } from '../child-access/end-child-access.ts'
import { childAccess, childClaims } from '../child-access/tables.ts'
import { asTheSystem } from '../../as-the-system.ts'
import { leaveAllOrganisations, lockOwnOrganisations } from '../organisations/leave-all.ts'
import { unusablePasswordHash } from '../passwords.ts'
import { requireRecentPassword } from '../recent-password.ts'
import { endRecoveries } from '../second-steps/recoveries.ts'
import { passkeys, recoveryCodes } from '../second-steps/tables.ts'
import { tellOwner } from '../second-steps/tell-owner.ts'
import { emailChanges, emailCodes, passwordResets, sessions, users } from '../tables.ts'
import { requireOwnPortalAccount } from './get-own-account.ts'

/**
 * Closes the account for its owner: whom they see, where they belong, what waits for an answer and whatever signs
 * in end at once. What was sent to the authority stays part of the child's record; see decision 0017.
 */
export async function closeOwnAccount(ctx: ProcedureContext<Actor>): Promise<{ outcome: 'closed' }> {
  // Before the account is locked: everybody takes the two locks in this order.
  await lockOwnOrganisations(ctx)
  const user = await requireOwnPortalAccount(ctx)
  requireRecentPassword(ctx)
  const { id: userId } = user
  const left = await leaveAllOrganisations(ctx, 'The account was closed by its owner')
  const ended = await endOwnAccess(ctx)
  const withdrawn = await withdrawOwnClaims(ctx)
  const details = { ...left, ended, withdrawn }
  await ctx.audit({ action: 'ownAccount.close', objectKind: 'user', objectId: userId, details })
  await tellOwner(ctx, userId, 'accountClosed')
  await deleteSignIn(ctx, userId)
  return { outcome: 'closed' }
}

/** Ends every authentication for a child that has not ended or run out; how many. */
async function endOwnAccess(ctx: ProcedureContext<Actor>): Promise<number> {
  return asTheSystem(ctx, async () => {
    const rows = await ctx.tx
      .select({ id: childAccess.id })
      .from(childAccess)
      .where(
        and(
          eq(childAccess.userId, ctx.actor.userId),
          isNull(childAccess.endedAt),
          or(isNull(childAccess.endsAt), gt(childAccess.endsAt, ctx.now())),
        ),
      )
    if (rows.length === 0) return 0
    const childAccessIds = rows.map(({ id }) => id)
    const { ended } = await endChildAccess(ctx, {
      childAccessIds,
      reason: 'The account was closed by its owner',
    })
    return ended
  })
}

async function withdrawOwnClaims(ctx: ProcedureContext<Actor>): Promise<number> {
  const withdrawn = await ctx.tx
    .update(childClaims)
    .set({ state: 'withdrawn', decidedAt: ctx.now() })
    .where(and(eq(childClaims.userId, ctx.actor.userId), eq(childClaims.state, 'waiting')))
    .returning({ id: childClaims.id })
  return withdrawn.length
}

/** Nothing that ever signed in is kept: it has no use any more, and a thief of the database would have one. */
async function deleteSignIn(ctx: ProcedureContext<Actor>, userId: string): Promise<void> {
  const { tx } = ctx
  await endRecoveries(ctx, userId, 'cancelled')
  await tx.delete(emailChanges).where(eq(emailChanges.userId, userId))
  await tx.delete(emailCodes).where(eq(emailCodes.userId, userId))
  await tx.delete(passwordResets).where(eq(passwordResets.userId, userId))
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await tx.delete(passkeys).where(eq(passkeys.userId, userId))
  await tx
    .update(users)
    .set({
      closedAt: ctx.now(),
      passwordHash: unusablePasswordHash,
      totpSecret: null,
      totpPendingSecret: null,
    })
    .where(eq(users.id, userId))
  await tx.delete(sessions).where(eq(sessions.userId, userId))
}
