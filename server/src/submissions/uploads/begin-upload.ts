import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { getFileQuestion } from '../attach-file.ts'
import { ownSubmission } from '../file-holder.ts'
import { forgetUploads } from './forget-uploads.ts'
import { uploads } from './tables.ts'
import { UploadRefused } from './upload-refused.ts'

/** The file question of a form in progress for which an upload begins. */
export type UploadTarget = { submissionId: string; questionId: string }

/** Against rows without end: more files than anybody sends of one form at once. */
const mostUnfinished = 40

/** Makes room for a file of the asker's own form; throws UploadRefused where its size or number is too much. */
export async function beginUpload(
  ctx: ProcedureContext<Actor>,
  target: UploadTarget,
  { uploadId, name, size }: { uploadId: string; name: string; size: number },
): Promise<void> {
  const { submissionId, questionId } = target
  const holder = ownSubmission(submissionId)
  const { question, bytesLeft, formBytes, names } = await getFileQuestion(ctx, { holder, questionId })
  if (size === 0) throw new UploadRefused('empty')
  if (size > question.maxBytes) throw new UploadRefused('tooBig')
  // One of the same name may be the same file, sent again because no answer came: that shows when it is there.
  if (names.length >= question.maxFiles && !names.includes(name)) throw new UploadRefused('tooMany')
  if (size > bytesLeft && !names.includes(name)) throw new UploadRefused('formFull')
  await makeRoom(ctx, target, formBytes - size)
  await ctx.tx.insert(uploads).values({ id: uploadId, ...target, name, size, touchedAt: ctx.now() })
  const details = { submissionId, size }
  await ctx.audit({ action: 'submissions.beginUpload', objectKind: 'upload', objectId: uploadId, details })
}

/** Unfinished uploads of a form take no more room than its files may; those that rested longest go first. */
async function makeRoom(
  ctx: ProcedureContext<Actor>,
  { submissionId }: UploadTarget,
  bytes: number,
): Promise<void> {
  const unfinished = await ctx.tx
    .select({ id: uploads.id, size: uploads.size })
    .from(uploads)
    .where(and(eq(uploads.submissionId, submissionId), isNull(uploads.settledAt)))
    .orderBy(desc(uploads.touchedAt), desc(uploads.id))
  let sum = 0
  const tooMuch = unfinished.filter(({ size }, index) => {
    sum += size
    return sum > bytes || index >= mostUnfinished - 1
  })
  await forgetUploads(
    ctx,
    tooMuch.map(({ id }) => id),
  )
}
