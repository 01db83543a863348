import { and, eq, gt } from 'drizzle-orm'
import { findPasswordProblem } from '@send/shared/accounts/password-rules'
import { translator } from '@send/shared/texts/translator'
import type { Actor, ProcedureContext } from '../../context.ts'
import { hashPassword, isPasswordRight } from '../passwords.ts'
import { tellOwner } from '../second-steps/tell-owner.ts'
import { endOtherSessions, renewToken } from '../session-store.ts'
import { passwordResets, users } from '../tables.ts'
import { settleGuess, takeGuess } from '../take-guess.ts'
import { requireOwnPortalAccount } from './get-own-account.ts'

type PasswordChange =
  | { outcome: 'changed'; token: string }
  | { outcome: 'refused'; triesLeft: number }
  | { outcome: 'tooManyTries'; retryAfterSeconds: number }
  | { outcome: 'unsuitable'; sentence: string }

/**
 * Sets a new password for whoever gives the old one. Every other session ends, links to reset the old password
 * end, this session goes on under a new token, and the owner is told.
 */
export async function changeOwnPassword(
  ctx: ProcedureContext<Actor>,
  input: { oldPassword: string; newPassword: string },
): Promise<PasswordChange> {
  const user = await requireOwnPortalAccount(ctx)
  // One count with the page that asks for the password again: two doors are not twice the tries.
  const account = `reauthenticate:${user.id}`
  const guess = await takeGuess(ctx, account)
  if (!guess.allowed) return { outcome: 'tooManyTries', retryAfterSeconds: guess.retryAfterSeconds }
  const event = { action: 'ownAccount.changePassword', objectKind: 'user', objectId: user.id }
  if (!(await isPasswordRight(user.passwordHash, input.oldPassword))) {
    await ctx.audit({ ...event, outcome: 'refused' })
    return { outcome: 'refused', triesLeft: guess.left }
  }
  await settleGuess(ctx, account)
  const t = translator(user.language)
  const problem = findPasswordProblem(input.newPassword, { email: user.email })
  if (problem) return { outcome: 'unsuitable', sentence: t(`password.${problem}`) }
  if (input.newPassword === input.oldPassword)
    return { outcome: 'unsuitable', sentence: t('portal.account.password.same') }
  const passwordHash = await hashPassword(input.newPassword)
  await ctx.tx.update(users).set({ passwordHash }).where(eq(users.id, user.id))
  await endResetLinks(ctx, user.id)
  await endOtherSessions(ctx)
  await ctx.audit(event)
  await tellOwner(ctx, user.id, 'passwordChanged')
  return { outcome: 'changed', token: await renewToken(ctx) }
}

/** A link that was sent before the change must not undo it. */
export async function endResetLinks(ctx: ProcedureContext<Actor>, userId: string): Promise<void> {
  const open = and(eq(passwordResets.userId, userId), gt(passwordResets.expiresAt, ctx.now()))
  await ctx.tx.update(passwordResets).set({ expiresAt: ctx.now() }).where(open)
}
