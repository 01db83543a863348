import { eq } from 'drizzle-orm'
import { translator } from '@send/shared/texts/translator'
import { users } from '../../accounts/tables.ts'
import type { WorkContext } from '../../context.ts'
import { findNamedChild } from '../../submissions/find-named-child.ts'
import { submissions } from '../../submissions/tables.ts'

type QuestionMail = 'questionAsked' | 'questionWithdrawn'

/** Tells whoever sent a form that something is asked about it, or no longer: the reference and where, nothing else. */
export async function mailSender(ctx: WorkContext, submissionId: string, kind: QuestionMail): Promise<void> {
  const [found] = await ctx.tx
    .select({ user: users, submission: submissions })
    .from(submissions)
    .innerJoin(users, eq(users.id, submissions.ownerUserId))
    .where(eq(submissions.id, submissionId))
  // Nobody reads the messages of an account that was closed or switched off.
  if (!found || found.user.kind === 'staff' || found.user.closedAt || found.user.disabled) return
  const t = translator(found.user.language)
  const link = `${ctx.services.portal.origins[found.user.kind]}/submissions/${submissionId}`
  const words = { reference: found.submission.reference ?? '', link }
  await ctx.sendMail({
    kind,
    face: found.user.kind,
    userId: found.user.id,
    about: { kind: 'submission', id: submissionId },
    findChild: () => findNamedChild(ctx, found.submission),
    to: found.user.email,
    language: found.user.language,
    subject: t(`mail.${kind}.subject`, words),
    text: t(`mail.${kind}.body`, words),
  })
}
