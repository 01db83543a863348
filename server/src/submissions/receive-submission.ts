import { eq, sql } from 'drizzle-orm'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import { validateAskedForm } from '@send/shared/forms/logic/validate-asked'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { submissionReference } from '@send/shared/submissions/reference'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../context.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { lockOwnSubmission } from './find-own-submission.ts'
import { keepCounted } from './keep-counted.ts'
import { dueOn } from './list-own-submissions.ts'
import { gatherAnswers, listAnswers, listFiles } from './read-answers.ts'
import { submissions } from './tables.ts'

export type ReceivedSubmission =
  | { outcome: 'received'; reference: string; receivedOn: string; decisionDueOn: string | null }
  | { outcome: 'incomplete'; problems: Problem[] }

/**
 * Takes a finished form in, without what its answers hid: numbered, dated in London, and on its way into suspense once
 * this is committed.
 */
export async function receiveSubmission(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
  language: 'en' | 'cy',
): Promise<ReceivedSubmission> {
  // Sent together and answered in this order: the rest is read under the lock.
  // A form that turns out incomplete leaves a gap in the numbers, which mean nothing but "not the same".
  const [submission, files, rows, number] = await Promise.all([
    lockOwnSubmission(ctx, submissionId, 'submit'),
    listFiles(ctx, submissionId),
    listAnswers(ctx, submissionId),
    nextNumber(ctx),
  ])
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const answers = gatherAnswers(definition, rows, files)
  const submittedAt = ctx.now()
  const receivedOn = dateInLondon(submittedAt)
  const state = evaluateForm(definition, answers, { today: receivedOn })
  const problems = validateAskedForm(state, language)
  if (problems.length > 0) return { outcome: 'incomplete', problems }
  const kept = await keepCounted(ctx, { submissionId, state, rows, files })
  const reference = submissionReference(definition.purpose, number)
  ctx.alongside(
    ctx.tx
      .update(submissions)
      .set({ status: 'received', reference, submittedAt, receivedOn, changedAt: submittedAt })
      .where(eq(submissions.id, submissionId)),
    ctx.audit({
      action: 'submissions.submit',
      objectKind: 'submission',
      objectId: submissionId,
      details: { reference, files: kept.files },
    }),
    ctx.enqueue({ queue: 'hold-in-suspense', data: { submissionId } }),
  )
  return { outcome: 'received', reference, receivedOn, decisionDueOn: dueOn(definition.purpose, receivedOn) }
}

async function nextNumber(ctx: ProcedureContext<Actor>): Promise<number> {
  const [row] = await ctx.tx.execute<{ number: string }>(sql`select nextval('submission_numbers') as number`)
  return Number(row?.number)
}
