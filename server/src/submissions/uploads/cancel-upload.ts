import type { Actor, ProcedureContext } from '../../context.ts'
import { lockOwnUpload } from './find-own-upload.ts'
import { forgetUploads } from './forget-uploads.ts'

/** Ends an upload at its sender's wish; a file that it became stays, and is removed as any other. */
export async function cancelUpload(ctx: ProcedureContext<Actor>, uploadId: string): Promise<void> {
  const upload = await lockOwnUpload(ctx, uploadId)
  await forgetUploads(ctx, [upload.id])
  await ctx.audit({ action: 'submissions.cancelUpload', objectKind: 'upload', objectId: uploadId })
}
