import type { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { submissionFiles, submissions } from '../submissions/tables.ts'
import { mayReadSubmission } from './may-read-submission.ts'

export type OpenedFile = { name: string; mediaType: string; size: number; content: Readable }

/**
 * The bytes of a file for its sender, for whoever processes the form while it waits, and for whoever may read
 * its entry on the chronology. Everything else is not found. The download is audited.
 */
export async function openFile(ctx: ProcedureContext<Actor>, fileId: string): Promise<OpenedFile> {
  const [found] = await ctx.tx
    .select({ file: submissionFiles, submission: submissions })
    .from(submissionFiles)
    .innerJoin(submissions, eq(submissions.id, submissionFiles.submissionId))
    .where(eq(submissionFiles.id, fileId))
  if (!found || !(await mayReadSubmission(ctx, found.submission))) throw notFound()
  // Set aside, it was never sent: it stays its sender's alone.
  if (found.file.asideAt && found.submission.ownerUserId !== ctx.actor.userId) throw notFound()
  const { name, mediaType, blobId } = found.file
  const { content, size } = await ctx.files.open(ctx.tx, blobId)
  const { personId } = found.submission
  await ctx.audit({ action: 'files.open', objectKind: 'file', objectId: fileId, personId })
  return { name, mediaType, size, content }
}
