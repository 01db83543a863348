import { eq } from 'drizzle-orm'
import { findPasswordProblem } from '@send/shared/accounts/password-rules'
import { translator } from '@send/shared/texts/translator'
import type { ProcedureContext } from '../../context.ts'
import { hashPassword } from '../passwords.ts'
import { tellOwner } from '../second-steps/tell-owner.ts'
import { hashToken } from '../session-tokens.ts'
import { passwordResets, sessions, users } from '../tables.ts'
import { createResetTicket } from './reset-ticket.ts'

type ResetState = { outcome: 'open'; email: string } | { outcome: 'expired' | 'used' | 'unknown' }
type ResetOutcome =
  | { outcome: 'changed'; ticket: string }
  | { outcome: 'refused'; reason: 'link' }
  | { outcome: 'refused'; reason: 'password'; sentence: string }

/** Whether a link still lets somebody choose a new password on this face. */
export async function findPasswordReset(ctx: ProcedureContext, token: string): Promise<ResetState> {
  const found = await findLink(ctx, token)
  if (!found) return { outcome: 'unknown' }
  const { link, user } = found
  if (link.usedAt) return { outcome: 'used' }
  return link.expiresAt <= ctx.now() ? { outcome: 'expired' } : { outcome: 'open', email: user.email }
}

/**
 * Sets a new password by a link, once. Every session ends, the owner is told, and nobody is signed in: the
 * second step is asked for as always, and for a day a code from the same mailbox is none.
 */
export async function resetPassword(
  ctx: ProcedureContext,
  input: { token: string; password: string },
): Promise<ResetOutcome> {
  const { tx } = ctx
  const found = await findLink(ctx, input.token)
  if (!found || found.link.usedAt || found.link.expiresAt <= ctx.now())
    return { outcome: 'refused', reason: 'link' }
  const { user } = found
  const problem = findPasswordProblem(input.password, { email: user.email })
  if (problem) {
    const sentence = translator(user.language)(`password.${problem}`)
    return { outcome: 'refused', reason: 'password', sentence }
  }
  const passwordHash = await hashPassword(input.password)
  await tx.update(users).set({ passwordHash, passwordResetAt: ctx.now() }).where(eq(users.id, user.id))
  await tx
    .update(passwordResets)
    .set({ usedAt: ctx.now() })
    .where(eq(passwordResets.tokenHash, found.link.tokenHash))
  await tx.delete(sessions).where(eq(sessions.userId, user.id))
  await ctx.audit({ action: 'accounts.resetPassword', objectKind: 'user', objectId: user.id })
  await tellOwner(ctx, user.id, 'passwordReset')
  return { outcome: 'changed', ticket: createResetTicket(ctx, user) }
}

async function findLink(ctx: ProcedureContext, token: string) {
  if (ctx.face === 'desktop') return undefined
  const [found] = await ctx.tx
    .select({ link: passwordResets, user: users })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(eq(passwordResets.tokenHash, hashToken(token)))
    .for('update')
  return found?.user.kind === ctx.face && !found.user.disabled && !found.user.closedAt ? found : undefined
}
