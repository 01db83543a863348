import { and, eq } from 'drizzle-orm'
import { findChildAnswer } from '@send/shared/forms/answers'
import type { SubmissionStatus } from '@send/shared/submissions/submission-lifecycle'
import { users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { findPerson } from '../people/find-person.ts'
import type { PersonSummary } from '../people/person-summary.ts'
import { findToldOrigin, type ToldOrigin } from '../submissions/form-origins.ts'
import { submissions } from '../submissions/tables.ts'
import { describeChild } from './list-incoming-forms.ts'
import { submissionsReadableBy } from './may-read-submission.ts'
import { readSubmittedForm, type SubmittedForm } from './submitted-form.ts'

export type IncomingFormDetails = SubmittedForm & {
  submissionId: string
  reference: string
  formTitle: string
  childName: string
  childDateOfBirth: string | null
  submitterEmail: string
  submitterName: string
  submittedAt: string
  /** Where it came from, if an officer entered it for somebody: then that officer is the submitter. */
  origin: ToldOrigin | null
  settled: boolean
  /** The child on which it hangs, once the job after its receipt has run. */
  incomingChildId: string | null
  status: SubmissionStatus
  version: number
  person: PersonSummary | null
}

/**
 * One incoming form as submitted, with the person's record beside it once the child is settled. When it is on the
 * chronology already, its access list decides here too.
 */
export async function getIncomingForm(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
): Promise<IncomingFormDetails> {
  const [found] = await ctx.tx
    .select({ submission: submissions, email: users.email, name: users.name })
    .from(submissions)
    .innerJoin(users, eq(users.id, submissions.ownerUserId))
    .where(and(eq(submissions.id, submissionId), submissionsReadableBy(ctx.actor)))
  if (!found) throw notFound()
  const { submission } = found
  const form = await readSubmittedForm(ctx, submission)
  const { personId } = submission
  await ctx.audit({
    action: 'chronology.getIncoming',
    objectKind: 'submission',
    objectId: submissionId,
    personId,
  })
  return {
    submissionId,
    reference: submission.reference ?? '',
    formTitle: form.definition.title.en,
    ...describeChild(findChildAnswer(form.definition, form.answers)),
    submitterEmail: found.email,
    submitterName: found.name,
    submittedAt: (submission.submittedAt ?? submission.changedAt).toISOString(),
    origin: await findToldOrigin(ctx, submission),
    settled: personId !== null,
    incomingChildId: submission.incomingChildId,
    status: submission.status,
    version: submission.rowVersion,
    person: personId ? ((await findPerson(ctx, personId)) ?? null) : null,
    ...form,
  }
}
