import { and, eq, gt } from 'drizzle-orm'
import { translator } from '@send/shared/texts/translator'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { requireRecentPassword } from '../recent-password.ts'
import { createToken, hashToken } from '../session-tokens.ts'
import { emailChanges, users } from '../tables.ts'
import { takeTry } from '../throttle.ts'
import { requireOwnPortalAccount } from './get-own-account.ts'

const linkLifeMs = 72 * 3_600_000
/** Messages in 15 minutes: nobody's inbox is to be flooded from here. */
const mailsAllowed = { account: 5, email: 5 }

/**
 * Sends a link to the new address; nothing changes until its owner opens it. Whether somebody has an account
 * with that address already is told to that address alone. The newest link counts alone.
 */
export async function requestEmailChange(
  ctx: ProcedureContext<Actor>,
  input: { email: string },
): Promise<{ outcome: 'sent' | 'sameAddress' }> {
  const user = await requireOwnPortalAccount(ctx)
  requireRecentPassword(ctx)
  const { tx, clock } = ctx
  const email = input.email.toLowerCase()
  if (email === user.email) return { outcome: 'sameAddress' }
  const perAccount = await takeTry(tx, clock, `email-change:${user.id}`, mailsAllowed.account)
  const perEmail = await takeTry(tx, clock, `email-change:${user.kind}:${email}`, mailsAllowed.email)
  if (!perAccount.allowed || !perEmail.allowed) throw new SendError('too-many-tries')
  const [taken] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.kind, user.kind), eq(users.email, email)))
  const token = createToken()
  await replaceLink(ctx, { userId: user.id, email, token })
  const t = translator(user.language)
  const origin = ctx.services.portal.origins[user.kind]
  const message = taken
    ? { subject: t('mail.emailTaken.subject'), text: t('mail.emailTaken.body') }
    : {
        subject: t('mail.emailChange.subject'),
        text: t('mail.emailChange.body', { link: `${origin}/account/email/${token}` }),
      }
  await ctx.sendMail({
    kind: 'emailChange',
    face: user.kind,
    userId: user.id,
    to: email,
    language: user.language,
    ...message,
  })
  await ctx.audit({ action: 'ownAccount.requestEmailChange', objectKind: 'user', objectId: user.id })
  return { outcome: 'sent' }
}

/** For an address that is taken the row is written too, but its token is sent to nobody. */
async function replaceLink(
  ctx: ProcedureContext<Actor>,
  { userId, email, token }: { userId: string; email: string; token: string },
): Promise<void> {
  const createdAt = ctx.now()
  const older = and(eq(emailChanges.userId, userId), gt(emailChanges.expiresAt, createdAt))
  await ctx.tx.update(emailChanges).set({ expiresAt: createdAt }).where(older)
  const expiresAt = new Date(createdAt.getTime() + linkLifeMs)
  const link = { tokenHash: hashToken(token), userId, email, createdAt, expiresAt }
  await ctx.tx.insert(emailChanges).values(link)
}
