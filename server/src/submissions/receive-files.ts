import type { MultipartFile } from '@fastify/multipart'
import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'
import type { RequestContext } from '../context.ts'
import { inOneTransaction } from '../one-transaction.ts'
import { getFileQuestion, type FileTarget } from './attach-file.ts'
import { takeInFile, tidyFileName, type Incoming } from './take-in-file.ts'
import { forgetSameFile } from './uploads/forget-uploads.ts'

export type ReceivedFiles = {
  files: { fileId: string; name: string }[]
  refused: { name: string; reason: RefusedReason }[]
}

/** Takes the files of a multipart request one by one as they stream in; one that is refused stops no other. */
export async function receiveFiles(
  request: RequestContext,
  target: FileTarget,
  parts: AsyncIterable<MultipartFile>,
): Promise<ReceivedFiles> {
  const { holder } = target
  const { question, bytesLeft } = await inOneTransaction(request, `${holder.room}.attachFile`, (ctx) =>
    getFileQuestion({ ...ctx, actor: holder.requireActor(ctx) }, target),
  )
  const received: ReceivedFiles = { files: [], refused: [] }
  let left = bytesLeft
  for await (const part of upTo(received, parts)) {
    // A browser sends a nameless part when nothing was chosen; a name of signs alone is a file all the same.
    const name = tidyFileName(part.filename) || (part.filename ? 'file' : '')
    const { content, passBy } = passable(part.file)
    const incoming = { name, content, settle: settleUploads(target, name) }
    const result = await takeInFile(request, target, { question, left }, incoming)
    // What was not read must still pass by, or the next part never comes.
    await passBy()
    if (result.outcome === 'attached') {
      received.files.push({ fileId: result.fileId, name })
      left -= result.size
    } else received.refused.push({ name, reason: result.reason })
  }
  return received
}

/** A file that came at once takes the place of what had come of it in parts. */
function settleUploads({ holder, questionId }: FileTarget, name: string): Incoming['settle'] {
  const { key } = holder
  if (!('submissionId' in key)) return undefined
  return async (ctx, { outcome }) => {
    if (outcome === 'attached') await forgetSameFile(ctx, { ...key, questionId, name })
  }
}

/** Ends quietly after as many files as one request may carry: those before are in, the rest is said to be too many. */
async function* upTo(
  received: ReceivedFiles,
  parts: AsyncIterable<MultipartFile>,
): AsyncGenerator<MultipartFile> {
  try {
    yield* parts
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'FST_FILES_LIMIT')) throw error
    received.refused.push({ name: '', reason: 'tooMany' })
  }
}

/** A stream that can be left half read: one that is being iterated does not resume by itself. */
function passable(content: AsyncIterable<Uint8Array>): {
  content: AsyncIterable<Uint8Array>
  passBy: () => Promise<void>
} {
  const pieces = content[Symbol.asyncIterator]()
  async function* whole(): AsyncGenerator<Uint8Array> {
    for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) yield piece.value
  }
  async function passBy(): Promise<void> {
    while (!(await pieces.next()).done);
  }
  return { content: whole(), passBy }
}
