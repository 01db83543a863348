import { and, eq, isNull, ne } from 'drizzle-orm'
import { findQuestion } from '@send/shared/forms/form-definition'
import { fileKinds, type FileQuestion } from '@send/shared/forms/questions/file'
import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import type { WrittenBlob } from '../files/blob-store.ts'
import { blobs } from '../files/tables.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { lockOwnSubmission } from './find-own-submission.ts'
import { markReviewed } from './mark-reviewed.ts'
import { submissionFiles, submissions } from './tables.ts'

export type FileTarget = { submissionId: string; questionId: string }

/** The file question to which the asker may attach; anything else is not found. */
export async function getFileQuestion(
  ctx: ProcedureContext<Actor>,
  target: FileTarget,
): Promise<FileQuestion> {
  return (await lockForFile(ctx, target)).question
}

async function lockForFile(ctx: ProcedureContext<Actor>, { submissionId, questionId }: FileTarget) {
  const submission = await lockOwnSubmission(ctx, submissionId, 'attach')
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const question = findQuestion(definition, questionId)
  if (question?.type !== 'file') throw notFound()
  return { submission, definition, question }
}

/**
 * Adds a written file to the question, unless it has as many as it may. One that is there already, by name and bytes,
 * is not added twice: a browser that got no answer sends it again.
 */
export async function attachFile(
  ctx: ProcedureContext<Actor>,
  target: FileTarget,
  file: { name: string; kind: keyof typeof fileKinds; blob: WrittenBlob },
): Promise<{ outcome: 'attached'; fileId: string } | { outcome: 'refused'; reason: RefusedReason }> {
  const { submission, definition, question } = await lockForFile(ctx, target)
  const { submissionId, questionId } = target
  const present = await ctx.tx
    .select({ fileId: submissionFiles.id, name: submissionFiles.name, sha256: blobs.sha256 })
    .from(submissionFiles)
    .innerJoin(blobs, eq(blobs.id, submissionFiles.blobId))
    .where(
      and(
        eq(submissionFiles.submissionId, submissionId),
        eq(submissionFiles.questionId, questionId),
        isNull(submissionFiles.asideAt),
        ne(submissionFiles.state, 'refused'),
      ),
    )
  const { size, sha256 } = file.blob
  const same = present.find((one) => one.name === file.name && one.sha256 === sha256)
  if (same) {
    const details = { size, sha256, repeated: true }
    await ctx.audit({
      action: 'submissions.attachFile',
      objectKind: 'file',
      objectId: same.fileId,
      details,
    })
    return { outcome: 'attached', fileId: same.fileId }
  }
  if (present.length >= question.maxFiles) return { outcome: 'refused', reason: 'tooMany' }
  const fileId = newId()
  const uploadedAt = ctx.now()
  await ctx.files.record(ctx.tx, file.blob)
  await ctx.tx.insert(submissionFiles).values({
    id: fileId,
    submissionId,
    questionId,
    blobId: file.blob.blobId,
    name: file.name,
    mediaType: fileKinds[file.kind].mediaType,
    size,
    ...(ctx.services.scanner ? { state: 'checking', scanAskedAt: uploadedAt } : { state: 'notScanned' }),
    uploadedAt,
  })
  if (ctx.services.scanner) await ctx.enqueue({ queue: 'scan-file', data: { fileId } })
  await ctx.tx.update(submissions).set({ changedAt: uploadedAt }).where(eq(submissions.id, submissionId))
  await markReviewed(ctx, submission, { definition, questionId })
  await ctx.audit({
    action: 'submissions.attachFile',
    objectKind: 'file',
    objectId: fileId,
    details: { size, sha256 },
  })
  return { outcome: 'attached', fileId }
}
