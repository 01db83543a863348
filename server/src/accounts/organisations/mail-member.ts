import { eq } from 'drizzle-orm'
import { translator } from '@send/shared/texts/translator'
import type { Actor, ProcedureContext } from '../../context.ts'
import { users } from '../tables.ts'

type MailTexts = 'mail.joinAsked' | 'mail.joinDecided' | 'mail.removedFrom' | 'mail.verificationDecided'

/** Tells a professional that something is there to be seen, in their language, and where; nothing else about it. */
export async function mailMember(
  ctx: ProcedureContext<Actor>,
  userId: string,
  texts: MailTexts,
  { organisation = '', path }: { organisation?: string; path: string },
): Promise<void> {
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, userId))
  if (!user || user.closedAt) return
  const t = translator(user.language)
  const link = `${ctx.services.portal.origins.professional}${path}`
  await ctx.sendMail({
    face: 'professional',
    kind: texts === 'mail.verificationDecided' ? 'verification' : 'organisation',
    userId,
    to: user.email,
    language: user.language,
    subject: t(`${texts}.subject`, { organisation }),
    text: t(`${texts}.body`, { organisation, link }),
  })
}
