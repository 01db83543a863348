import type { FileKind, FileQuestion } from '@send/shared/forms/questions/file'
import type { Actor, ProcedureContext, RequestContext } from '../context.ts'
import { BlobStoreFull, BlobTooLarge, type WrittenBlob } from '../files/blob-store.ts'
import { detectFileKind, headBytes, nameFits } from '../files/detect-file-kind.ts'
import { keepSafely, type Kept } from '../files/inspection/keep-safely.ts'
import { inOneTransaction } from '../one-transaction.ts'
import { attachFile, type FileTarget } from './attach-file.ts'

export type TakenIn = Awaited<ReturnType<typeof attachFile>>

export type Incoming = {
  name: string
  content: AsyncIterable<Uint8Array>
  /** What else is true once the file is attached or there is no place for it: in the same transaction. */
  settle?: ((ctx: ProcedureContext<Actor>, taken: TakenIn) => Promise<void>) | undefined
}

/** The one way in for a file, however it came: looked at by content, encrypted, looked into, attached or refused. */
export async function takeInFile(
  request: RequestContext,
  target: FileTarget,
  { question, left }: { question: FileQuestion; left: number },
  { name, content, settle = async () => {} }: Incoming,
): Promise<TakenIn> {
  const kept = await lookAndKeep(request, { question, left }, { name, content })
  if (kept.outcome === 'refused') return kept
  const { holder } = target
  return inOneTransaction(request, `${holder.room}.attachFile`, async (ctx) => {
    const acting = { ...ctx, actor: holder.requireActor(ctx) }
    const taken = await attachFile(acting, target, { name, kind: kept.kind, blob: kept.blob })
    await settle(acting, taken)
    return taken
  })
}

type Looked = Extract<Kept, { outcome: 'refused' }> | { outcome: 'kept'; kind: FileKind; blob: WrittenBlob }

async function lookAndKeep(
  request: RequestContext,
  { question, left }: { question: FileQuestion; left: number },
  { name, content }: Pick<Incoming, 'name' | 'content'>,
): Promise<Looked> {
  const { head, whole, end } = await peek(content)
  try {
    if (head.length === 0) return { outcome: 'refused', reason: 'empty' }
    const kind = detectFileKind(head)
    if (!kind || !question.types.includes(kind)) return { outcome: 'refused', reason: 'wrongKind' }
    if (!nameFits(name, kind)) return { outcome: 'refused', reason: 'notWhatItSays' }
    const kept = await keep(request, kind, whole, Math.min(question.maxBytes, left))
    if (kept.outcome === 'kept') return { ...kept, kind }
    const isFull = kept.reason === 'tooBig' && left < question.maxBytes
    return isFull ? { outcome: 'refused', reason: 'formFull' } : kept
  } finally {
    await end()
  }
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

/**
 * The first bytes of a stream, before anything is decided about it, and the stream as if nothing had been looked at. `end`
 * closes what was not read to its end: of an upload in parts, a file on the disk that would stay open.
 */
async function peek(
  content: AsyncIterable<Uint8Array>,
): Promise<{ head: Buffer; whole: AsyncIterable<Uint8Array>; end: () => Promise<void> }> {
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
  async function end(): Promise<void> {
    await pieces.return?.()
  }
  return { head: Buffer.concat(first).subarray(0, headBytes), whole: whole(), end }
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
