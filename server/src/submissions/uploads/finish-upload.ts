import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext, RequestContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import type { BlobStore, WrittenBlob } from '../../files/blob-store.ts'
import { inOneTransaction, requireTwoSteps } from '../../one-transaction.ts'
import { getFileQuestion } from '../attach-file.ts'
import { ownSubmission } from '../file-holder.ts'
import { takeInFile, type TakenIn } from '../take-in-file.ts'
import { listParts, lockOwnUpload, offsetOf } from './find-own-upload.ts'
import { forgetParts } from './forget-uploads.ts'
import { uploads } from './tables.ts'
import { UploadRefused } from './upload-refused.ts'

/**
 * Takes the whole file in with its last part, exactly as one that came at once, and settles the upload with it: attached
 * or refused. When anything breaks in between, the last part is missing and is sent again. Where there is no room now
 * it throws UploadRefused and the upload can be resumed.
 */
export async function finishUpload(
  request: RequestContext,
  uploadId: string,
  last: { offset: number; bytes: Buffer },
): Promise<void> {
  const { upload, parts, limits } = await inOneTransaction(request, 'submissions.attachFile', (ctx) =>
    findWhole({ ...ctx, actor: requireTwoSteps(ctx) }, uploadId, last.offset),
  )
  const { submissionId, questionId, name } = upload
  const { files } = request.services
  const content = wholeOf(files, parts, last.bytes)
  const target = { holder: ownSubmission(submissionId), questionId }
  const settle = (ctx: ProcedureContext<Actor>, taken: TakenIn) => settleUpload(ctx, uploadId, taken)
  const taken = await takeInFile(request, target, limits, { name, content, settle })
  if (taken.outcome === 'refused') {
    if (taken.reason === 'noRoom') throw new UploadRefused('noRoom')
    await inOneTransaction(request, 'submissions.attachFile', (ctx) =>
      settle({ ...ctx, actor: requireTwoSteps(ctx) }, taken),
    )
  }
  // The keys are gone already; what cannot be deleted now goes with the next sweep.
  await Promise.allSettled(parts.map((part) => files.discard(part)))
}

async function findWhole(ctx: ProcedureContext<Actor>, uploadId: string, offset: number) {
  const upload = await lockOwnUpload(ctx, uploadId)
  if ((await offsetOf(ctx, upload)) !== offset) throw new SendError('conflict')
  const { submissionId, questionId } = upload
  const target = { holder: ownSubmission(submissionId), questionId }
  const { question, bytesLeft: left } = await getFileQuestion(ctx, target)
  return { upload, parts: await listParts(ctx, uploadId), limits: { question, left } }
}

async function* wholeOf(files: BlobStore, parts: WrittenBlob[], last: Buffer): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield* files.reopen(part)
  yield last
}

/** The first to settle it decides; the same file sent twice at once is one file and settled once. */
async function settleUpload(ctx: ProcedureContext<Actor>, uploadId: string, taken: TakenIn): Promise<void> {
  const { settledAt } = await lockOwnUpload(ctx, uploadId)
  if (settledAt) return
  const now = ctx.now()
  const outcome = taken.outcome === 'attached' ? { fileId: taken.fileId } : { refusal: taken.reason }
  await ctx.tx
    .update(uploads)
    .set({ ...outcome, settledAt: now, touchedAt: now })
    .where(eq(uploads.id, uploadId))
  await forgetParts(ctx, [uploadId])
}
