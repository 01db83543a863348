import { and, count, eq, isNull, ne } from 'drizzle-orm'
import { findQuestion } from '@send/shared/forms/form-definition'
import { fileKinds, type FileQuestion } from '@send/shared/forms/questions/file'
import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import type { WrittenBlob } from '../files/blob-store.ts'
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

/** Adds a written file to the question, unless it has as many as it may. */
export async function attachFile(
  ctx: ProcedureContext<Actor>,
  target: FileTarget,
  file: { name: string; kind: keyof typeof fileKinds; blob: WrittenBlob },
): Promise<{ outcome: 'attached'; fileId: string } | { outcome: 'refused'; reason: RefusedReason }> {
  const { submission, definition, question } = await lockForFile(ctx, target)
  const { submissionId, questionId } = target
  const [present] = await ctx.tx
    .select({ number: count() })
    .from(submissionFiles)
    .where(
      and(
        eq(submissionFiles.submissionId, submissionId),
        eq(submissionFiles.questionId, questionId),
        isNull(submissionFiles.asideAt),
        ne(submissionFiles.state, 'refused'),
      ),
    )
  if ((present?.number ?? 0) >= question.maxFiles) return { outcome: 'refused', reason: 'tooMany' }
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
    size: file.blob.size,
    ...(ctx.services.scanner ? { state: 'checking', scanAskedAt: uploadedAt } : { state: 'notScanned' }),
    uploadedAt,
  })
  if (ctx.services.scanner) await ctx.enqueue({ queue: 'scan-file', data: { fileId } })
  await ctx.tx.update(submissions).set({ changedAt: uploadedAt }).where(eq(submissions.id, submissionId))
  await markReviewed(ctx, submission, { definition, questionId })
  const details = { size: file.blob.size, sha256: file.blob.sha256 }
  await ctx.audit({ action: 'submissions.attachFile', objectKind: 'file', objectId: fileId, details })
  return { outcome: 'attached', fileId }
}
