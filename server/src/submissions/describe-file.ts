import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { lockOwnSubmission } from './find-own-submission.ts'
import { markReviewed } from './mark-reviewed.ts'
import { submissionFiles, submissions } from './tables.ts'

/** Keeps what the sender says about a file of an unsent form; nothing where they take it back. */
export async function describeFile(
  ctx: ProcedureContext<Actor>,
  { submissionId, fileId, description }: { submissionId: string; fileId: string; description: string },
): Promise<{ described: true }> {
  const submission = await lockOwnSubmission(ctx, submissionId, 'attach')
  const [described] = await ctx.tx
    .update(submissionFiles)
    .set({ description: description.trim() || null })
    .where(and(eq(submissionFiles.id, fileId), eq(submissionFiles.submissionId, submissionId)))
    .returning({ questionId: submissionFiles.questionId })
  if (!described) throw notFound()
  await ctx.tx.update(submissions).set({ changedAt: ctx.now() }).where(eq(submissions.id, submissionId))
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  await markReviewed(ctx, submission, { definition, questionId: described.questionId })
  await ctx.audit({ action: 'submissions.describeFile', objectKind: 'file', objectId: fileId })
  return { described: true }
}
