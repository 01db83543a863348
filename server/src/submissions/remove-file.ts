import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { filesOf, type FileHolder } from './file-holder.ts'
import { releaseBlob } from './release-blob.ts'
import { submissionFiles } from './tables.ts'

/** Takes a file off an unsent form; its bytes can never be read again unless another form has them too. */
export async function removeFile(
  ctx: ProcedureContext<Actor>,
  holder: FileHolder,
  fileId: string,
): Promise<{ removed: true }> {
  const { personId, touch } = await holder.lock(ctx)
  const [removed] = await ctx.tx
    .delete(submissionFiles)
    .where(and(eq(submissionFiles.id, fileId), filesOf(holder.key)))
    .returning({ blobId: submissionFiles.blobId, questionId: submissionFiles.questionId })
  if (!removed) throw notFound()
  await touch(removed.questionId)
  if (removed.blobId) await releaseBlob(ctx, removed.blobId)
  await ctx.audit({ action: `${holder.room}.removeFile`, objectKind: 'file', objectId: fileId, personId })
  return { removed: true }
}
