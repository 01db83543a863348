import type { Readable } from 'node:stream'
import { mayOpenFile } from '@send/shared/submissions/file-lifecycle'
import { translator } from '@send/shared/texts/translator'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound, SendError } from '../errors.ts'
import { getFileSettings } from '../files/file-settings.ts'
import { submissionFiles, submissions } from '../submissions/tables.ts'
import { mayReadSubmission } from './may-read-submission.ts'

const t = translator('en')

export type OpenedFile = { name: string; mediaType: string; size: number; content: Readable }

/**
 * The bytes of a file for its sender, for whoever processes the form while it waits, and for whoever may read
 * its entry on the chronology. Everything else is not found. What the scanner has not passed stays closed. The
 * download is audited.
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
  const { name, mediaType, blobId, state } = found.file
  const opener = ctx.actor.kind === 'staff' ? 'staff' : 'sender'
  if (!blobId || !mayOpenFile(state, opener, await getFileSettings(ctx.tx)))
    throw new SendError('file-closed', t(`files.closed.${state}`))
  const { content, size } = await ctx.files.open(ctx.tx, blobId)
  const { personId } = found.submission
  await ctx.audit({ action: 'files.open', objectKind: 'file', objectId: fileId, personId })
  return { name, mediaType, size, content }
}
