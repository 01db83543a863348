import { eq } from 'drizzle-orm'
import { translator } from '@send/shared/texts/translator'
import type { ProcedureContext } from '../../context.ts'
import { users } from '../tables.ts'

type Notice =
  | 'secondStepsChanged'
  | 'recoveryCodeUsed'
  | 'recoveryAsked'
  | 'recoveryApproved'
  | 'recoveryRefused'
  | 'recoveryUsed'
  | 'passwordReset'
  | 'passwordChanged'
  | 'accountClosed'

/** Tells the owner of an account by e-mail, in their language, what happened to what guards it. */
export async function tellOwner(
  ctx: ProcedureContext,
  userId: string,
  notice: Notice,
  parameters: Record<string, string | number> = {},
): Promise<void> {
  const [user] = await ctx.tx
    .select({ email: users.email, language: users.language, kind: users.kind })
    .from(users)
    .where(eq(users.id, userId))
  if (!user) return
  const t = translator(user.language)
  const message = { subject: t(`mail.${notice}.subject`), text: t(`mail.${notice}.body`, parameters) }
  const { email: to, language, kind } = user
  await ctx.sendMail({
    kind: 'securityNotice',
    face: kind === 'staff' ? null : kind,
    userId,
    to,
    language,
    ...message,
  })
}
