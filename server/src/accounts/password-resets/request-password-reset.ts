import { createHash } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import type { ProcedureContext } from '../../context.ts'
import { notAllowed } from '../../errors.ts'
import { createToken, hashToken } from '../session-tokens.ts'
import { canSignIn } from '../can-sign-in.ts'
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
    .where(and(eq(users.kind, face), eq(users.email, email), canSignIn()))
  const token = createToken()
  // For an unknown address the same rows are written, for an account that does not exist; its token is sent to nobody.
  await replaceLink(ctx, user?.id ?? nobodyAt(face, email), token)
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
  const { language } = input
  await ctx.sendMail({
    kind: 'passwordReset',
    face,
    userId: user?.id ?? null,
    to: email,
    language,
    ...message,
  })
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
  const link = { tokenHash: hashToken(token), userId, createdAt: now, expiresAt }
  await ctx.tx.insert(passwordResets).values(link)
}

/** An id that no account has, always the same for an address: the second request finds its row, as one for an account does. */
function nobodyAt(face: string, email: string): string {
  const hex = createHash('sha256').update(`no account:${face}:${email}`).digest('hex')
  // Version 8, made by its own rule; accounts have version 7.
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20, 32),
  ]
  return `${a}-${b}-8${c}-8${d}-${e}`
}
