import { failedMailStates, isRepeatable } from '@send/shared/mail/mail-lifecycle'
import { adviceState, isOpenAdvice } from '@send/shared/involvements/advice-request'
import { and, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { organisations } from '../../accounts/organisations/tables.ts'
import { isWorkingFor } from '../../accounts/organisations/working-for.ts'
import { users } from '../../accounts/tables.ts'
import type { ProcedureContext } from '../../context.ts'
import { adviceRequests } from '../../involvements/advice/tables.ts'
import { sentAt } from '../../involvements/advice/visible-advice.ts'
import { mails } from '../../mail/tables.ts'
import { submissions } from '../../submissions/tables.ts'
import { senderQuestions } from '../../suspense/questions/tables.ts'

const dealers = alias(users, 'dealers')

/** Why an e-mail cannot be sent once more: its kind is asked for anew, nobody is there to get it, or what it tells of is over. */
export type WhyNotAgain = 'kind' | 'noAccount' | 'accountClosed' | 'over'

/** E-mails that did not arrive, the last first, with whom they were for and what they were about. */
export async function selectFailedMails(
  ctx: ProcedureContext,
  { where, most }: { where: SQL | undefined; most: number },
) {
  const { organisationId } = adviceRequests
  return ctx.tx
    .select({
      mail: mails,
      user: users,
      submission: submissions,
      request: adviceRequests,
      organisation: organisations.name,
      sentAt,
      stillWorks: isWorkingFor(organisationId, mails.userId, ctx.now()),
      isAsked: isAsked(),
      dealer: dealers.name,
    })
    .from(mails)
    .leftJoin(users, eq(users.id, mails.userId))
    .leftJoin(submissions, and(eq(mails.aboutKind, 'submission'), eq(submissions.id, mails.aboutId)))
    .leftJoin(adviceRequests, and(eq(mails.aboutKind, 'adviceRequest'), eq(adviceRequests.id, mails.aboutId)))
    .leftJoin(organisations, eq(organisations.id, organisationId))
    .leftJoin(dealers, eq(dealers.id, mails.dealtWithBy))
    .where(and(inArray(mails.state, failedMailStates), where))
    .orderBy(desc(mails.settledAt), desc(mails.id))
    .limit(most)
}
export type FailedMailRow = Awaited<ReturnType<typeof selectFailedMails>>[number]

/** Whether a question about the form that an e-mail tells of waits for an answer. */
function isAsked(): SQL<boolean> {
  const { submissionId, answeredAt, withdrawnAt } = senderQuestions
  const open = and(eq(submissionId, mails.aboutId), isNull(answeredAt), isNull(withdrawnAt))
  return sql<boolean>`exists (select from ${senderQuestions} where ${open})`
}

/** Why this e-mail cannot be sent once more; null when it can. */
export function whyNotAgain(row: FailedMailRow): WhyNotAgain | null {
  const { mail, user } = row
  if (!isRepeatable(mail.kind) || mail.sealed === null) return 'kind'
  if (!user) return 'noAccount'
  if (user.disabled || user.closedAt) return 'accountClosed'
  return isOver(row) ? 'over' : null
}

function isOver(row: FailedMailRow): boolean {
  const { mail, submission, request, sentAt: formSentAt, stillWorks } = row
  switch (mail.kind) {
    case 'formEnds':
      return submission?.status !== 'inProgress'
    case 'fileRefused':
      return submission === null
    case 'questionAsked':
      return !row.isAsked
    case 'questionWithdrawn':
      // It was asked again, of which there is an e-mail of its own.
      return row.isAsked
    case 'adviceAsked':
    case 'adviceHanded':
      return !request || !stillWorks || !isOpenAdvice(adviceState({ ...request, sentAt: formSentAt }))
    default:
      return false
  }
}
