import type { Readable } from 'node:stream'
import { covers } from '@send/shared/accounts/business-processes'
import { mayOpenFile } from '@send/shared/submissions/file-lifecycle'
import { translator } from '@send/shared/texts/translator'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound, SendError } from '../errors.ts'
import { getFileSettings } from '../files/file-settings.ts'
import { submissionFiles, submissions } from '../submissions/tables.ts'
import { getInternalForm } from './internal-forms/internal-form-access.ts'
import { mayReadSubmission } from './may-read-submission.ts'

const t = translator('en')

export type OpenedFile = { name: string; mediaType: string; size: number; content: Readable }

/**
 * The bytes of a file for its sender, for whoever processes the form while it waits, for whoever may read its entry on the
 * chronology, and for whoever may read the form of staff to which it was attached. Everything else is not found. What the
 * scanner has not passed stays closed. The download is audited.
 */
export async function openFile(ctx: ProcedureContext<Actor>, fileId: string): Promise<OpenedFile> {
  const [file] = await ctx.tx.select().from(submissionFiles).where(eq(submissionFiles.id, fileId))
  if (!file) throw notFound()
  const { personId } = file.internalFormId
    ? await requireUnfinished(ctx, file.internalFormId)
    : await requireSubmission(ctx, file)
  const { name, mediaType, blobId, state } = file
  const opener = ctx.actor.kind === 'staff' ? 'staff' : 'sender'
  if (!blobId || !mayOpenFile(state, opener, await getFileSettings(ctx.tx)))
    throw new SendError('file-closed', t(`files.closed.${state}`))
  const { content, size } = await ctx.files.open(ctx.tx, blobId)
  await ctx.audit({ action: 'files.open', objectKind: 'file', objectId: fileId, personId })
  return { name, mediaType, size, content }
}

async function requireSubmission(
  ctx: ProcedureContext<Actor>,
  { submissionId, asideAt }: typeof submissionFiles.$inferSelect,
): Promise<{ personId: string | null }> {
  const [found] = submissionId
    ? await ctx.tx.select().from(submissions).where(eq(submissions.id, submissionId))
    : []
  if (!found || !(await mayReadSubmission(ctx, found))) throw notFound()
  // Set aside, it was never sent: it stays its sender's alone.
  if (asideAt && found.ownerUserId !== ctx.actor.userId) throw notFound()
  return found
}

/** An unfinished form of staff is opened by whoever fills such forms in and is on its list; see `getInternalForm`. */
async function requireUnfinished(
  ctx: ProcedureContext<Actor>,
  internalFormId: string,
): Promise<{ personId: string | null }> {
  if (ctx.actor.kind !== 'staff' || !covers(ctx.actor.processes, 'completeForms', 'write')) throw notFound()
  return (await getInternalForm(ctx, internalFormId, 'read')).form
}
