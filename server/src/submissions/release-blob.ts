import { eq } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { blobs } from '../files/tables.ts'
import { submissionFiles } from './tables.ts'

/** Forgets bytes as soon as no file has them: an amendment of a form of staff has those of the form that it amends. */
export async function releaseBlob(ctx: WorkContext, blobId: string): Promise<void> {
  // Of two that take the last two files off at once, the later sees that none is left.
  await ctx.tx.select({ id: blobs.id }).from(blobs).where(eq(blobs.id, blobId)).for('update')
  const files = await ctx.tx.$count(submissionFiles, eq(submissionFiles.blobId, blobId))
  if (files === 0) await ctx.files.remove(ctx.tx, blobId)
}
