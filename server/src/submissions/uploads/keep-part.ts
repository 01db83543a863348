import type { Actor, ProcedureContext, RequestContext } from '../../context.ts'
import { eq } from 'drizzle-orm'
import { partBytes } from '@send/shared/submissions/upload-parts'
import type { WrittenBlob } from '../../files/blob-store.ts'
import { SendError } from '../../errors.ts'
import { inOneTransaction, requireTwoSteps } from '../../one-transaction.ts'
import { lockOwnUpload, offsetOf } from './find-own-upload.ts'
import { uploadParts, uploads } from './tables.ts'

/** Keeps one part, encrypted as every file; of a part that is not the next one nothing stays. */
export async function keepPart(
  request: RequestContext,
  uploadId: string,
  { offset, bytes }: { offset: number; bytes: Buffer },
): Promise<void> {
  const { files } = request.services
  const blob = await files.write(once(bytes), { maxBytes: partBytes })
  try {
    await inOneTransaction(request, 'submissions.sendPart', (ctx) =>
      recordPart({ ...ctx, actor: requireTwoSteps(ctx) }, uploadId, { offset, blob }),
    )
  } catch (error) {
    await files.discard(blob)
    throw error
  }
}

async function recordPart(
  ctx: ProcedureContext<Actor>,
  uploadId: string,
  { offset, blob }: { offset: number; blob: WrittenBlob },
): Promise<void> {
  const upload = await lockOwnUpload(ctx, uploadId)
  // Two requests may send the same part: after a broken line, or from two windows.
  if ((await offsetOf(ctx, upload)) !== offset) throw new SendError('conflict')
  await ctx.files.record(ctx.tx, blob)
  await ctx.tx.insert(uploadParts).values({ uploadId, number: offset / partBytes, blobId: blob.blobId })
  await ctx.tx.update(uploads).set({ touchedAt: ctx.now() }).where(eq(uploads.id, uploadId))
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
