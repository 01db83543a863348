import { and, eq, isNull, ne } from 'drizzle-orm'
import { findQuestion } from '@send/shared/forms/form-definition'
import { fileKinds, type FileQuestion } from '@send/shared/forms/questions/file'
import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'
import { bytesInMegabyte, mostBytesOf, type FileSettings } from '@send/shared/submissions/file-settings'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import type { WrittenBlob } from '../files/blob-store.ts'
import { getFileSettings } from '../files/file-settings.ts'
import { blobs } from '../files/tables.ts'
import { filesOf, type FileHolder } from './file-holder.ts'
import { submissionFiles } from './tables.ts'

export type FileTarget = { holder: FileHolder; questionId: string }

type FilePlace = {
  /** As large as the authority lets files be. */
  question: FileQuestion
  /** What all files of the form may have together, and what is left of it. */
  formBytes: number
  bytesLeft: number
  /** Of the files that the question has. */
  names: string[]
}

/** The file question to which the asker may attach; anything else is not found. */
export async function getFileQuestion(ctx: ProcedureContext<Actor>, target: FileTarget): Promise<FilePlace> {
  const { question, settings } = await lockForFile(ctx, target)
  const present = await listPresent(ctx, target.holder)
  return {
    question: { ...question, maxBytes: mostBytesOf(question, settings) },
    formBytes: settings.formMegabytes * bytesInMegabyte,
    bytesLeft: bytesLeft(present, settings),
    names: present.filter(({ questionId }) => questionId === target.questionId).map(({ name }) => name),
  }
}

async function lockForFile(ctx: ProcedureContext<Actor>, { holder, questionId }: FileTarget) {
  const locked = await holder.lock(ctx)
  const question = findQuestion(locked.definition, questionId)
  if (question?.type !== 'file') throw notFound()
  return { locked, question, settings: await getFileSettings(ctx.tx) }
}

type Present = { fileId: string; questionId: string; name: string; size: number; sha256: string }

/** The files that count for a form in progress. */
async function listPresent(ctx: ProcedureContext<Actor>, { key }: FileHolder): Promise<Present[]> {
  const { id: fileId, questionId, name, size } = submissionFiles
  return ctx.tx
    .select({ fileId, questionId, name, size, sha256: blobs.sha256 })
    .from(submissionFiles)
    .innerJoin(blobs, eq(blobs.id, submissionFiles.blobId))
    .where(and(filesOf(key), isNull(submissionFiles.asideAt), ne(submissionFiles.state, 'refused')))
}

function bytesLeft(present: Present[], { formMegabytes }: FileSettings): number {
  return formMegabytes * bytesInMegabyte - present.reduce((sum, { size }) => sum + size, 0)
}

/**
 * Adds a written file to the question, unless it has as many as it may. One that is there already, by name and bytes,
 * is not added twice: a browser or a client that got no answer sends it again.
 */
export async function attachFile(
  ctx: ProcedureContext<Actor>,
  target: FileTarget,
  file: { name: string; kind: keyof typeof fileKinds; blob: WrittenBlob },
): Promise<
  { outcome: 'attached'; fileId: string; size: number } | { outcome: 'refused'; reason: RefusedReason }
> {
  const { locked, question, settings } = await lockForFile(ctx, target)
  const { holder, questionId } = target
  const present = await listPresent(ctx, holder)
  const own = present.filter((one) => one.questionId === questionId)
  const { size, sha256 } = file.blob
  const same = own.find((one) => one.name === file.name && one.sha256 === sha256)
  const { personId } = locked
  const event = { action: `${holder.room}.attachFile`, objectKind: 'file', personId }
  if (same) {
    await ctx.audit({ ...event, objectId: same.fileId, details: { size, sha256, repeated: true } })
    return { outcome: 'attached', fileId: same.fileId, size: 0 }
  }
  if (own.length >= question.maxFiles) return { outcome: 'refused', reason: 'tooMany' }
  // Looked at before it streamed in too, but others may have come meanwhile.
  if (size > bytesLeft(present, settings)) return { outcome: 'refused', reason: 'formFull' }
  const fileId = newId()
  const uploadedAt = ctx.now()
  await ctx.files.record(ctx.tx, file.blob)
  await ctx.tx.insert(submissionFiles).values({
    id: fileId,
    ...holder.key,
    questionId,
    blobId: file.blob.blobId,
    name: file.name,
    mediaType: fileKinds[file.kind].mediaType,
    size,
    ...(ctx.services.scanner ? { state: 'checking', scanAskedAt: uploadedAt } : { state: 'notScanned' }),
    uploadedAt,
  })
  if (ctx.services.scanner) await ctx.enqueue({ queue: 'scan-file', data: { fileId } })
  await locked.touch(questionId)
  await ctx.audit({ ...event, objectId: fileId, details: { size, sha256 } })
  return { outcome: 'attached', fileId, size }
}
