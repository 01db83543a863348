import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '../../database/client.ts'
import { blobs } from '../../files/tables.ts'
import { uploadParts, uploads } from './tables.ts'

/** Removes uploads with what came of them: nobody can read the parts from now on, and the sweep takes their bytes. */
export async function forgetUploads({ tx }: { tx: Transaction }, uploadIds: string[]): Promise<void> {
  if (uploadIds.length === 0) return
  await forgetParts({ tx }, uploadIds)
  await tx.delete(uploads).where(inArray(uploads.id, uploadIds))
}

/** Removes what came of a file that is there by another way now, of the same name at the same question. */
export async function forgetSameFile(
  { tx }: { tx: Transaction },
  { submissionId, questionId, name }: { submissionId: string; questionId: string; name: string },
): Promise<void> {
  const same = and(
    eq(uploads.submissionId, submissionId),
    eq(uploads.questionId, questionId),
    eq(uploads.name, name),
    isNull(uploads.settledAt),
  )
  const found = await tx.select({ id: uploads.id }).from(uploads).where(same)
  await forgetUploads(
    { tx },
    found.map(({ id }) => id),
  )
}

/** Removes the parts of uploads and the keys to them. */
export async function forgetParts({ tx }: { tx: Transaction }, uploadIds: string[]): Promise<void> {
  const removed = await tx
    .delete(uploadParts)
    .where(inArray(uploadParts.uploadId, uploadIds))
    .returning({ blobId: uploadParts.blobId })
  if (removed.length === 0) return
  await tx.delete(blobs).where(
    inArray(
      blobs.id,
      removed.map(({ blobId }) => blobId),
    ),
  )
}
