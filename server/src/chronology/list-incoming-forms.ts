import { and, asc, eq } from 'drizzle-orm'

import { ChildDetailsAnswer } from '@send/shared/forms/questions/child-details'
import { listQuestions } from '@send/shared/forms/form-definition'
import type { SubmissionStatus } from '@send/shared/submissions/submission-lifecycle'
import type { OriginChannel } from '@send/shared/values/origin-channel'
import { findTypedDate } from '@send/shared/values/plain-date'
import { users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { formVersions } from '../forms/tables.ts'
import { answers, formOrigins, submissions } from '../submissions/tables.ts'

export type IncomingForm = {
  submissionId: string
  reference: string
  formTitle: string
  childName: string
  childDateOfBirth: string | null
  submitterEmail: string
  submittedAt: string
  /** Whom it came from and how, if an officer entered it for somebody. */
  origin: { channel: OriginChannel; fromName: string; receivedOn: string } | null
  /** Whether it is known who the child is; only then may the form be approved. */
  settled: boolean
  status: SubmissionStatus
  version: number
}

const mostListed = 500

/** The forms that wait to be processed, the oldest first, 500 at most. */
export async function listIncomingForms(ctx: ProcedureContext<Actor>): Promise<{ forms: IncomingForm[] }> {
  const rows = await ctx.tx
    .select({
      submission: submissions,
      definition: formVersions.definition,
      email: users.email,
      origin: {
        channel: formOrigins.channel,
        fromName: formOrigins.fromName,
        receivedOn: formOrigins.receivedOn,
      },
    })
    .from(submissions)
    .leftJoin(formOrigins, eq(formOrigins.id, submissions.originId))
    .innerJoin(users, eq(users.id, submissions.ownerUserId))
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, submissions.formId), eq(formVersions.number, submissions.formVersion)),
    )
    .where(eq(submissions.status, 'received'))
    .orderBy(asc(submissions.submittedAt))
    .limit(mostListed)
  const forms: IncomingForm[] = []
  for (const { submission, definition, email, origin } of rows) {
    const child = listQuestions(definition).find((question) => question.type === 'childDetails')
    const [answer] = await ctx.tx
      .select({ value: answers.value })
      .from(answers)
      .where(and(eq(answers.submissionId, submission.id), eq(answers.questionId, child?.id ?? '')))
    forms.push({
      ...describeChild(answer?.value),
      ...describe(submission, definition.title.en, email),
      origin,
    })
  }
  const objectId = 'received'
  await ctx.audit({
    action: 'chronology.listIncoming',
    objectKind: 'forms',
    objectId,
    details: { found: forms.length },
  })
  return { forms }
}

function describe(submission: typeof submissions.$inferSelect, formTitle: string, submitterEmail: string) {
  return {
    submissionId: submission.id,
    reference: submission.reference ?? '',
    formTitle,
    submitterEmail,
    submittedAt: (submission.submittedAt ?? submission.changedAt).toISOString(),
    settled: submission.personId !== null,
    status: submission.status,
    version: submission.rowVersion,
  }
}

/** The child's name and date of birth as far as a child-details answer tells them. */
export function describeChild(answer: unknown): { childName: string; childDateOfBirth: string | null } {
  const child = ChildDetailsAnswer.safeParse(answer)
  if (!child.success) return { childName: '', childDateOfBirth: null }
  const { givenNames, familyName, dateOfBirth } = child.data
  return {
    childName: `${givenNames} ${familyName}`.trim(),
    childDateOfBirth: findTypedDate(dateOfBirth) ?? null,
  }
}
