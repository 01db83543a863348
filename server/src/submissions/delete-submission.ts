import { dateInLondon } from '@send/shared/values/plain-date'
import { eq } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import type { Submission } from './find-own-submission.ts'
import { forgetSharing } from './sharing/end-help.ts'
import { answers, asideAnswers, submissionFiles, submissions } from './tables.ts'
import { forgetUploads } from './uploads/forget-uploads.ts'
import { uploads } from './uploads/tables.ts'

/**
 * Deletes a form that was not sent, with everything that was typed into it and hung on it; what is left is that it was
 * so. It is locked by whoever calls this.
 */
export async function deleteSubmission(
  ctx: WorkContext,
  { id, changedAt }: Pick<Submission, 'id' | 'changedAt'>,
): Promise<void> {
  const files = await ctx.tx
    .delete(submissionFiles)
    .where(eq(submissionFiles.submissionId, id))
    .returning({ blobId: submissionFiles.blobId })
  // A refused file has no bytes any more.
  for (const { blobId } of files) if (blobId !== null) await ctx.files.remove(ctx.tx, blobId)
  const unfinished = await ctx.tx.select({ id: uploads.id }).from(uploads).where(eq(uploads.submissionId, id))
  await forgetUploads(
    ctx,
    unfinished.map((upload) => upload.id),
  )
  await ctx.tx.delete(answers).where(eq(answers.submissionId, id))
  await forgetSharing(ctx, id)
  await ctx.tx.delete(asideAnswers).where(eq(asideAnswers.submissionId, id))
  await ctx.tx.delete(submissions).where(eq(submissions.id, id))
  await ctx.audit({
    action: 'submissions.end',
    objectKind: 'submission',
    objectId: id,
    details: { changedOn: dateInLondon(changedAt), files: files.length },
  })
}
