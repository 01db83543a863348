import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { lockOwnSubmission } from './find-own-submission.ts'
import { markReviewed } from './mark-reviewed.ts'
import { submissionFiles } from './tables.ts'

/** Takes a file off an unsent form; its bytes can never be read again. */
export async function removeFile(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
  fileId: string,
): Promise<{ removed: true }> {
  const submission = await lockOwnSubmission(ctx, submissionId, 'attach')
  const [removed] = await ctx.tx
    .delete(submissionFiles)
    .where(and(eq(submissionFiles.id, fileId), eq(submissionFiles.submissionId, submissionId)))
    .returning({ blobId: submissionFiles.blobId, questionId: submissionFiles.questionId })
  if (!removed) throw notFound()
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  await markReviewed(ctx, submission, { definition, questionId: removed.questionId })
  if (removed.blobId) await ctx.files.remove(ctx.tx, removed.blobId)
  await ctx.audit({ action: 'submissions.removeFile', objectKind: 'file', objectId: fileId })
  return { removed: true }
}
