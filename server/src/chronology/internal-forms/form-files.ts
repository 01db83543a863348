import type { FileSettings } from '@send/shared/submissions/file-settings'
import { canOnInternalForm } from '@send/shared/submissions/internal-form-lifecycle'
import { newId } from '@send/shared/values/ids'
import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { getFileSettings } from '../../files/file-settings.ts'
import { requireProcess } from '../../one-transaction.ts'
import type { FileHolder } from '../../submissions/file-holder.ts'
import { listFilesOf, type ListedFile } from '../../submissions/read-answers.ts'
import { releaseBlob } from '../../submissions/release-blob.ts'
import { submissionFiles } from '../../submissions/tables.ts'
import { getInternalForm, lockInternalForm } from './internal-form-access.ts'
import { internalForms } from './tables.ts'

/** An unfinished form of staff, for whoever may write it. */
export function unfinishedForm(internalFormId: string): FileHolder {
  return {
    room: 'internalForms',
    key: { internalFormId },
    requireActor: (ctx) => requireProcess(ctx, 'completeForms', 'write'),
    async lock(ctx) {
      const { form, definition } = await lockInternalForm(ctx, internalFormId, 'write')
      if (!canOnInternalForm(form.status, 'attach')) throw notOpenAnyMore()
      return {
        definition,
        ...(form.personId !== null && { personId: form.personId }),
        async touch() {
          await ctx.tx
            .update(internalForms)
            .set({ changedBy: ctx.actor.userId, changedAt: ctx.now() })
            .where(eq(internalForms.id, internalFormId))
        },
      }
    },
  }
}

/** What is said of a form that was completed or discarded meanwhile. */
export function notOpenAnyMore(): SendError {
  return new SendError('conflict', 'This form is not open any more: it was completed or discarded.')
}

export type FormFiles = {
  files: ListedFile[]
  /** How large a file may be, and all files together, whatever the questions allow. */
  fileLimits: Pick<FileSettings, 'fileMegabytes' | 'formMegabytes'>
}

/** The files of an unfinished form as they stand, for whoever may read it. */
export async function listFormFiles(
  ctx: ProcedureContext<Actor>,
  internalFormId: string,
): Promise<FormFiles> {
  const { form } = await getInternalForm(ctx, internalFormId, 'read')
  if (form.status !== 'unfinished') throw notOpenAnyMore()
  const { personId } = form
  const [files, { fileMegabytes, formMegabytes }] = await Promise.all([
    listFilesOf(ctx, { internalFormId }, 'staff'),
    getFileSettings(ctx.tx),
  ])
  await ctx.audit({
    action: 'internalForms.listFiles',
    objectKind: 'internalForm',
    objectId: internalFormId,
    personId,
    details: { files: files.length },
  })
  return { files, fileLimits: { fileMegabytes, formMegabytes } }
}

type Completing = { form: { id: string; personId: string | null }; files: ListedFile[] }

/** Removes from a form that is being completed the files of questions that its answers hid. */
export async function removeHiddenFiles(
  ctx: ProcedureContext<Actor>,
  { form, files }: Completing,
  counted: object,
): Promise<void> {
  const hidden = files.filter(({ questionId }) => !Object.hasOwn(counted, questionId))
  for (const { fileId } of hidden) await removeOne(ctx, form, fileId)
}

/** Removes all files of a form that is discarded. */
export async function removeFormFiles(
  ctx: ProcedureContext<Actor>,
  form: Completing['form'],
): Promise<number> {
  const files = await ctx.tx
    .select({ fileId: submissionFiles.id })
    .from(submissionFiles)
    .where(eq(submissionFiles.internalFormId, form.id))
  for (const { fileId } of files) await removeOne(ctx, form, fileId)
  return files.length
}

async function removeOne(
  ctx: ProcedureContext<Actor>,
  { personId }: Completing['form'],
  fileId: string,
): Promise<void> {
  const [removed] = await ctx.tx
    .delete(submissionFiles)
    .where(eq(submissionFiles.id, fileId))
    .returning({ blobId: submissionFiles.blobId })
  if (removed?.blobId) await releaseBlob(ctx, removed.blobId)
  await ctx.audit({ action: 'internalForms.removeFile', objectKind: 'file', objectId: fileId, personId })
}

/** The files of a completed form are those of its submission from now on; a refused one keeps its name and reason. */
export async function handOverFiles(
  ctx: ProcedureContext<Actor>,
  { internalFormId, submissionId }: { internalFormId: string; submissionId: string },
): Promise<void> {
  await ctx.tx
    .update(submissionFiles)
    .set({ submissionId, internalFormId: null })
    .where(eq(submissionFiles.internalFormId, internalFormId))
}

/** Gives an amendment the files of the form that it amends: rows of its own to the same bytes. */
export async function carryFiles(
  ctx: ProcedureContext<Actor>,
  { submissionId, internalFormId }: { submissionId: string; internalFormId: string },
): Promise<number> {
  const files = await ctx.tx
    .select()
    .from(submissionFiles)
    .where(
      and(
        eq(submissionFiles.submissionId, submissionId),
        isNull(submissionFiles.asideAt),
        ne(submissionFiles.state, 'refused'),
      ),
    )
    // A verdict of the scanner waits, and then counts for both.
    .for('share')
  const carried = files.map((file) => ({ ...file, id: newId(), submissionId: null, internalFormId }))
  if (carried.length > 0) await ctx.tx.insert(submissionFiles).values(carried)
  return carried.length
}
