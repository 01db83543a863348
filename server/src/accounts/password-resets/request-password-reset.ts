import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import type { ProcedureContext } from '../../context.ts'
import { notAllowed } from '../../errors.ts'
import { createToken, hashToken } from '../session-tokens.ts'
import { passwordResets, users } from '../tables.ts'
import { takeTry } from '../throttle.ts'

const linkLifeMs = 24 * 3_600_000
/** Messages in 15 minutes: nobody's inbox is to be flooded from here. */
const mailsAllowed = { email: 5, address: 60 }

/** Sends a link to choose a new password, or word that there is no account; the answer and the work never tell which. */
export async function requestPasswordReset(
  ctx: ProcedureContext,
  input: { email: string; language: Language },
): Promise<{ outcome: 'sent' }> {
  const { tx, face } = ctx
  if (face === 'desktop') throw notAllowed()
  const email = input.email.toLowerCase()
  const perEmail = await takeTry(tx, ctx.clock, `reset:${face}:${email}`, mailsAllowed.email)
  const perAddress = await takeTry(tx, ctx.clock, `reset-address:${ctx.address}`, mailsAllowed.address)
  if (!perEmail.allowed || !perAddress.allowed) return { outcome: 'sent' }

  const [user] = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(eq(users.kind, face), eq(users.email, email), eq(users.disabled, false), isNull(users.closedAt)),
    )
  const token = createToken()
  // For an unknown address the same statements run, for an account that does not exist.
  await replaceLink(ctx, user?.id ?? newId(), token)
  const t = translator(input.language)
  const origin = ctx.services.portal.origins[face]
  const message = user
    ? {
        subject: t('mail.reset.subject'),
        text: t('mail.reset.body', { link: `${origin}/forgotten-password/${token}` }),
      }
    : {
        subject: t('mail.resetUnknown.subject'),
        text: t('mail.resetUnknown.body', { link: `${origin}/register` }),
      }
  await ctx.sendMail({ to: email, ...message })
  const objectId = user?.id ?? 'unknown'
  await ctx.audit({ action: 'accounts.requestPasswordReset', objectKind: 'user', objectId })
  return { outcome: 'sent' }
}

/** The newest link counts alone. */
async function replaceLink(ctx: ProcedureContext, userId: string, token: string): Promise<void> {
  const now = ctx.now()
  await ctx.tx
    .update(passwordResets)
    .set({ expiresAt: now })
    .where(and(eq(passwordResets.userId, userId), gt(passwordResets.expiresAt, now)))
  const expiresAt = new Date(now.getTime() + linkLifeMs)
  await ctx.tx.execute(sql`insert into password_resets (token_hash, user_id, created_at, expires_at)
    select ${hashToken(token)}, id, ${now.toISOString()}::timestamptz, ${expiresAt.toISOString()}::timestamptz
    from users where id = ${userId}`)
}
