import { asc, eq } from 'drizzle-orm'
import { partBytes } from '@send/shared/submissions/upload-parts'
import type { Actor, ProcedureContext } from '../../context.ts'
import type { WrittenBlob } from '../../files/blob-store.ts'
import { blobs } from '../../files/tables.ts'
import { notFound } from '../../errors.ts'
import { lockOwnSubmission } from '../find-own-submission.ts'
import { uploadParts, uploads } from './tables.ts'

export type Upload = typeof uploads.$inferSelect

/**
 * The asker's own upload to a form that is still theirs to change; anybody else's is as unknown as one that never was.
 * Everything about the uploads of a form waits for the lock on the form.
 */
export async function lockOwnUpload(ctx: ProcedureContext<Actor>, uploadId: string): Promise<Upload> {
  const [found] = await ctx.tx.select().from(uploads).where(eq(uploads.id, uploadId))
  if (!found) throw notFound()
  await lockOwnSubmission(ctx, found.submissionId, 'attach')
  // It may have been settled or removed while another request held the lock.
  const [locked] = await ctx.tx.select().from(uploads).where(eq(uploads.id, uploadId))
  if (!locked) throw notFound()
  return locked
}

/** How many bytes the sender need not send again: all of them only once the upload is settled. */
export async function offsetOf(ctx: ProcedureContext<Actor>, upload: Upload): Promise<number> {
  if (upload.settledAt) return upload.size
  const parts = await ctx.tx.$count(uploadParts, eq(uploadParts.uploadId, upload.id))
  return parts * partBytes
}

/** The parts that came, in their order. */
export async function listParts(
  { tx }: Pick<ProcedureContext, 'tx'>,
  uploadId: string,
): Promise<WrittenBlob[]> {
  const { id: blobId, size, sha256, sealedKey } = blobs
  return tx
    .select({ blobId, size, sha256, sealedKey })
    .from(uploadParts)
    .innerJoin(blobs, eq(blobs.id, uploadParts.blobId))
    .where(eq(uploadParts.uploadId, uploadId))
    .orderBy(asc(uploadParts.number))
}
