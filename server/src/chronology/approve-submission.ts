import { and, eq, isNull, ne } from 'drizzle-orm'
import { canOnSubmission } from '@send/shared/submissions/submission-lifecycle'
import { users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound, SendError } from '../errors.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { openInvolvement } from '../involvements/open-involvement.ts'
import { submissionFiles, submissions } from '../submissions/tables.ts'
import { appendEntry } from './append-entry.ts'

export type Approval =
  | { outcome: 'approved'; entryId: string; involvementId: string | null }
  | { outcome: 'alreadyHandled'; by: string; at: string }
  | { outcome: 'childNotSettled' }
  | { outcome: 'filesChecking' }

/**
 * Imports a received form into the chronology of its settled child and, for a request, opens the involvement:
 * all in this one transaction. Of two officers the row lock lets one win; the other is told by whom.
 */
export async function approveSubmission(
  ctx: ProcedureContext<Actor>,
  request: { submissionId: string; version: number },
): Promise<Approval> {
  const { submissionId } = request
  const [submission] = await ctx.tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, submissionId), ne(submissions.status, 'inProgress')))
    .for('update')
  if (!submission) throw notFound()
  if (!canOnSubmission(submission.status, 'approve')) return alreadyHandled(ctx, submission)
  const { personId, receivedOn, reference } = submission
  if (!personId) return { outcome: 'childNotSettled' }
  if (submission.rowVersion !== request.version) throw new SendError('conflict')
  if (await hasFilesInCheck(ctx, submissionId)) return { outcome: 'filesChecking' }
  if (!receivedOn || !reference) throw new Error('A received submission has a date and a reference')
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const { entryId } = await appendEntry(ctx, {
    personId,
    title: definition.title.en,
    reference,
    submissionId,
    occurredOn: receivedOn,
    accessList: definition.accessList,
  })
  const isRequest = definition.purpose === 'ehcNeedsAssessmentRequest'
  const opened = isRequest
    ? await openInvolvement(ctx, {
        personId,
        receivedOn,
        openedFrom: submissionId,
        accessList: definition.accessList,
      })
    : null
  await ctx.tx
    .update(submissions)
    .set({
      status: 'imported',
      handledBy: ctx.actor.userId,
      handledAt: ctx.now(),
      rowVersion: submission.rowVersion + 1,
    })
    .where(eq(submissions.id, submissionId))
  await ctx.audit({
    action: 'chronology.approve',
    objectKind: 'submission',
    objectId: submissionId,
    personId,
  })
  return { outcome: 'approved', entryId, involvementId: opened?.involvementId ?? null }
}

/** A form waits for its files: nobody decides on what may turn out to be missing. */
async function hasFilesInCheck(ctx: ProcedureContext<Actor>, submissionId: string): Promise<boolean> {
  const { id, state, asideAt } = submissionFiles
  const [waiting] = await ctx.tx
    .select({ id })
    .from(submissionFiles)
    .where(and(eq(submissionFiles.submissionId, submissionId), eq(state, 'checking'), isNull(asideAt)))
    .limit(1)
  return waiting !== undefined
}

async function alreadyHandled(
  ctx: ProcedureContext<Actor>,
  submission: typeof submissions.$inferSelect,
): Promise<Approval> {
  const [officer] = await ctx.tx
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, submission.handledBy ?? ''))
  const at = (submission.handledAt ?? ctx.now()).toISOString()
  return { outcome: 'alreadyHandled', by: officer?.name ?? '', at }
}
