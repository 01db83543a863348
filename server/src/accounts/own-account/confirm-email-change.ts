import { and, eq, ne } from 'drizzle-orm'
import { translator } from '@send/shared/texts/translator'
import type { Actor, ProcedureContext } from '../../context.ts'
import { endOtherSessions } from '../session-store.ts'
import { hashToken } from '../session-tokens.ts'
import { emailChanges, emailCodes, users } from '../tables.ts'
import { endResetLinks } from './change-own-password.ts'
import { requireOwnPortalAccount } from './get-own-account.ts'

type LinkOver = { outcome: 'expired' | 'used' | 'unknown' }
type EmailChangeState = { outcome: 'open'; email: string } | LinkOver

/** Whether a link still changes one's own address; the link of somebody else is as unknown as one that never was. */
export async function findEmailChange(
  ctx: ProcedureContext<Actor>,
  token: string,
): Promise<EmailChangeState> {
  const user = await requireOwnPortalAccount(ctx)
  const own = and(eq(emailChanges.tokenHash, hashToken(token)), eq(emailChanges.userId, user.id))
  const [link] = await ctx.tx.select().from(emailChanges).where(own).for('update')
  if (!link) return { outcome: 'unknown' }
  if (link.usedAt) return { outcome: 'used' }
  return link.expiresAt <= ctx.now() ? { outcome: 'expired' } : { outcome: 'open', email: link.email }
}

/**
 * Changes the address by the link that was sent to it, once. Only the owner, signed in with both steps, can use
 * it: whoever gets it by a slip of the pen gets no account with it. Other sessions, codes and links that the old
 * mailbox holds end, and the old address is told.
 */
export async function confirmEmailChange(
  ctx: ProcedureContext<Actor>,
  token: string,
): Promise<{ outcome: 'changed' } | LinkOver> {
  const found = await findEmailChange(ctx, token)
  if (found.outcome !== 'open') return found
  const user = await requireOwnPortalAccount(ctx)
  const { email } = found
  const [taken] = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.kind, user.kind), eq(users.email, email), ne(users.id, user.id)))
  // Somebody opened an account with it since; they have been told of this wish by then.
  if (taken) return { outcome: 'expired' }
  await ctx.tx.update(users).set({ email }).where(eq(users.id, user.id))
  const link = eq(emailChanges.tokenHash, hashToken(token))
  await ctx.tx.update(emailChanges).set({ usedAt: ctx.now() }).where(link)
  await ctx.tx.delete(emailCodes).where(eq(emailCodes.userId, user.id))
  await endResetLinks(ctx, user.id)
  await endOtherSessions(ctx)
  await ctx.audit({ action: 'ownAccount.changeEmail', objectKind: 'user', objectId: user.id })
  const t = translator(user.language)
  const message = { subject: t('mail.emailChanged.subject'), text: t('mail.emailChanged.body') }
  const { email: to, language } = user
  await ctx.sendMail({ kind: 'securityNotice', face: user.kind, userId: user.id, to, language, ...message })
  return { outcome: 'changed' }
}
