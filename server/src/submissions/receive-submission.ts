import { and, eq, sql } from 'drizzle-orm'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import { validateAskedForm } from '@send/shared/forms/logic/validate-asked'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { submissionReference } from '@send/shared/submissions/reference'
import { canOnSubmission } from '@send/shared/submissions/submission-lifecycle'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { alreadySent, isOwn, type Submission } from './find-own-submission.ts'
import { keepCounted } from './keep-counted.ts'
import { dueOn } from './list-own-submissions.ts'
import { gatherAnswers, listAnswers, listFiles } from './read-answers.ts'
import { endAllHelp } from './sharing/end-help.ts'
import { submissions } from './tables.ts'

export type ReceivedSubmission =
  | { outcome: 'received'; reference: string; receivedOn: string; decisionDueOn: string | null }
  | { outcome: 'incomplete'; problems: Problem[] }

type Sending = { idempotencyKey: string; submissionId: string; language: 'en' | 'cy' }

/**
 * Takes a finished form in, without what its answers hid: numbered, dated in London, and on its way into suspense once
 * this is committed. A repeat with the key that sent it gets the same receipt.
 */
export async function receiveSubmission(
  ctx: ProcedureContext<Actor>,
  { idempotencyKey, submissionId, language }: Sending,
): Promise<ReceivedSubmission> {
  // Sent together and answered in this order: the rest is read under the lock.
  const [{ submission, number }, files, rows] = await Promise.all([
    lockAndNumber(ctx, submissionId),
    listFiles(ctx, submissionId),
    listAnswers(ctx, submissionId),
  ])
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  if (!canOnSubmission(submission.status, 'submit'))
    return repeatReceipt(ctx, { submission, definition, idempotencyKey })
  const answers = gatherAnswers(definition, rows, files)
  const submittedAt = ctx.now()
  const receivedOn = dateInLondon(submittedAt)
  const state = evaluateForm(definition, answers, { today: receivedOn })
  const problems = validateAskedForm(state, language)
  if (problems.length > 0) return { outcome: 'incomplete', problems }
  const kept = await keepCounted(ctx, { submissionId, state, rows, files })
  endAllHelp(ctx, submissionId)
  const reference = submissionReference(definition.purpose, number)
  const sent = { reference, submittedAt, receivedOn, sendingKey: idempotencyKey }
  ctx.alongside(
    ctx.tx
      .update(submissions)
      .set({ status: 'received', changedAt: submittedAt, askedChild: null, ...sent })
      .where(eq(submissions.id, submissionId)),
    ctx.audit({
      action: 'submissions.submit',
      objectKind: 'submission',
      objectId: submissionId,
      details: { reference, files: kept.files },
    }),
    ctx.enqueue({ queue: 'hold-in-suspense', data: { submissionId } }),
  )
  return writeReceipt(definition, sent)
}

type Sent = Pick<Submission, 'formId' | 'formVersion' | 'status' | 'sendingKey' | 'reference' | 'receivedOn'>
type Repeated = { submission: Sent; definition: FormDefinition; idempotencyKey: string }

/** The receipt once more for the request that sent the form; any other finds that it has been sent. */
async function repeatReceipt(
  ctx: ProcedureContext<Actor>,
  { submission, definition, idempotencyKey }: Repeated,
): Promise<ReceivedSubmission> {
  const { sendingKey, reference, receivedOn } = submission
  if (sendingKey !== idempotencyKey || reference === null || receivedOn === null) throw alreadySent()
  const details = { repeated: true }
  await ctx.audit({ action: 'submissions.submit', objectKind: 'repeat', objectId: idempotencyKey, details })
  return writeReceipt(definition, { reference, receivedOn })
}

function writeReceipt(
  { purpose }: FormDefinition,
  { reference, receivedOn }: { reference: string; receivedOn: string },
): ReceivedSubmission {
  return {
    outcome: 'received',
    reference,
    receivedOn,
    decisionDueOn: dueOn(purpose, { receivedOn, status: 'received' }),
  }
}

/**
 * The asker's form, locked to the end of the transaction, with a number for its reference. One that turns out
 * incomplete leaves a gap in the numbers, which mean nothing but "not the same".
 */
async function lockAndNumber(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
): Promise<{ submission: Sent; number: number }> {
  const { formId, formVersion, status, sendingKey, reference, receivedOn } = submissions
  const needed = { formId, formVersion, status, sendingKey, reference, receivedOn }
  const [found] = await ctx.tx
    .select({ submission: needed, number: sql<string>`nextval('submission_numbers')` })
    .from(submissions)
    .where(and(eq(submissions.id, submissionId), isOwn(ctx)))
    .for('update')
  if (!found) throw notFound()
  return { submission: found.submission, number: Number(found.number) }
}
