import type { FormDefinition } from '@send/shared/forms/form-definition'
import { translator } from '@send/shared/texts/translator'
import { formatDate } from '@send/shared/values/plain-date'
import { eq } from 'drizzle-orm'
import { users } from '../accounts/tables.ts'
import type { WorkContext } from '../context.ts'
import { findNamedChild } from './find-named-child.ts'
import type { Submission } from './find-own-submission.ts'
import { dueOn } from './list-own-submissions.ts'

type Sent = Pick<
  Submission,
  'id' | 'ownerUserId' | 'status' | 'reference' | 'receivedOn' | 'formId' | 'formVersion'
>

/** Tells who sent a form that it has arrived, its reference, and by when they hear; no name of a child, nor what was asked. */
export async function mailReceipt(ctx: WorkContext, sent: Sent, { purpose }: FormDefinition): Promise<void> {
  const { id, reference, receivedOn } = sent
  const [owner] = await ctx.tx.select().from(users).where(eq(users.id, sent.ownerUserId))
  // What staff enter was handed in to them.
  if (!owner || owner.kind === 'staff' || owner.closedAt || reference === null || receivedOn === null) return
  const { language } = owner
  const t = translator(language)
  const due = dueOn(purpose, sent)
  await ctx.sendMail({
    kind: 'formReceived',
    face: owner.kind,
    userId: owner.id,
    about: { kind: 'submission', id },
    findChild: () => findNamedChild(ctx, sent),
    to: owner.email,
    language,
    subject: t('mail.formReceived.subject', { reference }),
    text: t('mail.formReceived.body', {
      reference,
      day: formatDate(receivedOn, language),
      next: due
        ? t('mail.formReceived.due', { due: formatDate(due, language) })
        : t('mail.formReceived.noDue'),
      link: `${ctx.services.portal.origins[owner.kind]}/submissions/${id}`,
    }),
  })
}
