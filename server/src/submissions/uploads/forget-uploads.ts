import { inArray } from 'drizzle-orm'
import type { Transaction } from '../../database/client.ts'
import { blobs } from '../../files/tables.ts'
import { uploadParts, uploads } from './tables.ts'

/** Removes uploads with what came of them: nobody can read the parts from now on, and the sweep takes their bytes. */
export async function forgetUploads({ tx }: { tx: Transaction }, uploadIds: string[]): Promise<void> {
  if (uploadIds.length === 0) return
  await forgetParts({ tx }, uploadIds)
  await tx.delete(uploads).where(inArray(uploads.id, uploadIds))
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
