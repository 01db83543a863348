import { and, eq } from 'drizzle-orm'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import type { ProcedureContext } from '../context.ts'
import { notAllowed } from '../errors.ts'
import { createToken, hashToken } from './session-tokens.ts'
import { takeTry } from './throttle.ts'
import { registrations, users } from './tables.ts'

const linkLifeMs = 72 * 3_600_000
/** Messages in 15 minutes: nobody's inbox is to be flooded from here. */
const mailsAllowed = { email: 5, address: 60 }

/** Sends a link that opens an account, or word that there is one already; the answer never tells which. */
export async function register(
  ctx: ProcedureContext,
  input: { email: string; language: Language },
): Promise<{ outcome: 'sent' }> {
  const { tx, face } = ctx
  if (face === 'desktop') throw notAllowed()
  const email = input.email.toLowerCase()
  const perEmail = await takeTry(tx, ctx.clock, `register:${face}:${email}`, mailsAllowed.email)
  const perAddress = await takeTry(tx, ctx.clock, `register-address:${ctx.address}`, mailsAllowed.address)
  if (!perEmail.allowed || !perAddress.allowed) return { outcome: 'sent' }

  const [user] = await tx
    .select({ id: users.id, closedAt: users.closedAt })
    .from(users)
    .where(and(eq(users.kind, face), eq(users.email, email)))
  const token = createToken()
  const createdAt = ctx.now()
  // For a known address the row is written too, to do the same work, but its token is sent to nobody.
  await tx.insert(registrations).values({
    tokenHash: hashToken(token),
    face,
    email,
    language: input.language,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + linkLifeMs),
  })
  const t = translator(input.language)
  const origin = ctx.services.portal.origins[face]
  const message = user
    ? user.closedAt
      ? { subject: t('mail.closedBefore.subject'), text: t('mail.closedBefore.body') }
      : {
          subject: t('mail.alreadyRegistered.subject'),
          text: t('mail.alreadyRegistered.body', { link: `${origin}/sign-in` }),
        }
    : {
        subject: t('mail.register.subject'),
        text: t('mail.register.body', { link: `${origin}/register/${token}` }),
      }
  const { language } = input
  await ctx.sendMail({
    kind: 'registration',
    face,
    userId: user?.id ?? null,
    to: email,
    language,
    ...message,
  })
  await ctx.audit({ action: 'accounts.register', objectKind: 'user', objectId: user?.id ?? 'new' })
  return { outcome: 'sent' }
}
