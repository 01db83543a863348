import type { MultipartFile } from '@fastify/multipart'
import type { FileKind, FileQuestion } from '@send/shared/forms/questions/file'
import type { RefusedReason } from '@send/shared/submissions/file-lifecycle'
import type { RequestContext } from '../context.ts'
import { BlobStoreFull, BlobTooLarge } from '../files/blob-store.ts'
import { detectFileKind, headBytes, nameFits } from '../files/detect-file-kind.ts'
import { keepSafely, type Kept } from '../files/inspection/keep-safely.ts'
import { inOneTransaction, requireTwoSteps } from '../one-transaction.ts'
import { attachFile, getFileQuestion, type FileTarget } from './attach-file.ts'

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
  const { question, bytesLeft } = await inOneTransaction(request, 'submissions.attachFile', (ctx) =>
    getFileQuestion({ ...ctx, actor: requireTwoSteps(ctx) }, target),
  )
  const received: ReceivedFiles = { files: [], refused: [] }
  let left = bytesLeft
  for await (const part of upTo(received, parts)) {
    // A browser sends a nameless part when nothing was chosen; a name of signs alone is a file all the same.
    const name = tidyFileName(part.filename) || (part.filename ? 'file' : '')
    const { head, whole, passBy } = await peek(part.file)
    const result = await receiveFile(request, target, { question, left }, { name, head, whole })
    // What was not read must still pass by, or the next part never comes.
    await passBy()
    if (result.outcome === 'attached') {
      received.files.push({ fileId: result.fileId, name })
      left -= result.size
    } else received.refused.push({ name, reason: result.reason })
  }
  return received
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

async function receiveFile(
  request: RequestContext,
  target: FileTarget,
  { question, left }: { question: FileQuestion; left: number },
  file: { name: string; head: Buffer; whole: AsyncIterable<Uint8Array> },
): Promise<Awaited<ReturnType<typeof attachFile>>> {
  const { head, whole } = file
  if (head.length === 0) return { outcome: 'refused', reason: 'empty' }
  const kind = detectFileKind(head)
  if (!kind || !question.types.includes(kind)) return { outcome: 'refused', reason: 'wrongKind' }
  if (!nameFits(file.name, kind)) return { outcome: 'refused', reason: 'notWhatItSays' }
  const kept = await keep(request, kind, whole, Math.min(question.maxBytes, left))
  if (kept.outcome === 'refused') {
    const isFull = kept.reason === 'tooBig' && left < question.maxBytes
    return isFull ? { outcome: 'refused', reason: 'formFull' } : kept
  }
  return inOneTransaction(request, 'submissions.attachFile', (ctx) =>
    attachFile({ ...ctx, actor: requireTwoSteps(ctx) }, target, { name: file.name, kind, blob: kept.blob }),
  )
}

async function keep(
  { services: { files } }: RequestContext,
  kind: FileKind,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Kept> {
  try {
    return await keepSafely(files, kind, await files.write(content, { maxBytes }))
  } catch (error) {
    if (error instanceof BlobTooLarge) return { outcome: 'refused', reason: 'tooBig' }
    if (error instanceof BlobStoreFull) return { outcome: 'refused', reason: 'noRoom' }
    throw error
  }
}

type Peeked = {
  head: Buffer
  /** The stream as if nothing had been looked at. */
  whole: AsyncIterable<Uint8Array>
  /** Reads on to the end without keeping anything: a stream that is being iterated does not resume by itself. */
  passBy: () => Promise<void>
}

/** The first bytes of a stream, before anything is decided about it. */
async function peek(content: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const pieces = content[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  while (length < headBytes) {
    const piece = await pieces.next()
    if (piece.done) break
    first.push(piece.value)
    length += piece.value.length
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* first
    for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) yield piece.value
  }
  async function passBy(): Promise<void> {
    while (!(await pieces.next()).done);
  }
  return { head: Buffer.concat(first).subarray(0, headBytes), whole: whole(), passBy }
}

/** A name without folders, control characters and direction marks, 100 characters at most, the ending kept. */
export function tidyFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}:*?"<>|]/gu, '').trim()
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ''
  const stem = clean.slice(0, clean.length - ending.length)
  return `${Array.from(stem)
    .slice(0, 100 - ending.length)
    .join('')}${ending}`
}
