import { translator } from '@send/shared/texts/translator'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Visitor } from '../visitor.ts'
import { afterUpload, Then } from './after-upload.ts'
import { noticeSetCookie } from './notice.ts'
import { serverHeaders } from './server-headers.ts'

const idShape = /^[\w-]{1,64}$/
/** An answer of the server to an upload. */
const Uploaded = z.object({
  files: z.array(z.object({ fileId: z.string(), name: z.string() })),
  refused: z.array(z.object({ name: z.string(), reason: z.string() })),
})

function isId(value: string | undefined): value is string {
  return value !== undefined && idShape.test(value)
}

/** The answer of the server; undefined when there was none. */
async function sendOn(
  request: FastifyRequest,
  visitor: Visitor,
  path: string,
): Promise<Response | undefined> {
  // Streamed through, so that a large file is never held in the memory of the portal.
  const body = Readable.toWeb(request.raw) as ReadableStream<Uint8Array<ArrayBuffer>>
  const length = request.headers['content-length']
  const headers = {
    ...serverHeaders(visitor),
    'content-type': request.headers['content-type'] ?? '',
    ...(length ? { 'content-length': length } : {}),
  }
  // `duplex` is asked for by the standard and not yet known to the types of the browser.
  const init = { method: 'POST', headers, body, duplex: 'half' as const }
  return fetch(new URL(path, visitor.serverUrl), init).catch(() => undefined)
}

const UploadQuery = z.object({
  then: Then,
  from: z.string().optional().catch(undefined),
})
type UploadRequest = { submissionId?: string; questionId?: string }

/** Passes chosen files to the server as they arrive, then shows the page of the question or the next one. */
export async function receiveFiles(
  request: FastifyRequest,
  reply: FastifyReply,
  visitor: Visitor,
): Promise<void> {
  const { submissionId, questionId } = request.params as UploadRequest
  if (!isId(submissionId) || !isId(questionId)) return void reply.code(404).send()
  const page = `/submissions/${submissionId}/files/${questionId}`
  const query = UploadQuery.parse(request.query)
  const fromCheck = query.from === 'check'
  const from = fromCheck ? '&from=check' : ''
  const signedOut = encodeURIComponent(`${page}?signedOut=1${from}`)
  const goTo = (place: string) => void reply.header('connection', 'close').redirect(place, 303)
  if (!visitor.token) return goTo(`/sign-in?returnTo=${signedOut}`)
  const answer = await sendOn(request, visitor, `/files/${submissionId}/${questionId}`)
  if (answer?.status === 401) return goTo(`/sign-in?returnTo=${signedOut}`)
  // The page of the question says it itself: there is no such form here, or it was sent before.
  if (answer?.status === 404 || answer?.status === 409) return goTo(page)
  if (!answer?.ok) {
    request.log.warn({ status: answer?.status }, 'the server did not take an upload')
    const reason = answer?.status === 413 ? 'tooBig' : 'failed'
    reply.header('set-cookie', noticeSetCookie({ refused: [{ name: '', reason }] }))
    return goTo(`${page}?added=0${from}`)
  }
  const uploaded = Uploaded.parse(await answer.json())
  // A browser sends a nameless empty file when none was chosen.
  const refused = uploaded.refused.filter((file) => file.name !== '' || file.reason !== 'empty')
  const sent = { added: uploaded.files.length, refused }
  const { place, cookie } = afterUpload(page, sent, { then: query.then, fromCheck })
  if (cookie) reply.header('set-cookie', cookie)
  reply.redirect(place, 303)
}

/** Hands a stored file to the person who may have it, as a download and never as a page. */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  visitor: Visitor,
): Promise<void> {
  const { fileId } = request.params as { fileId?: string }
  if (!isId(fileId)) return void reply.code(404).send()
  if (!visitor.token) return void reply.redirect(`/sign-in?returnTo=${encodeURIComponent(request.url)}`, 303)
  const headers = serverHeaders(visitor)
  const answer = await fetch(new URL(`/files/${fileId}`, visitor.serverUrl), { headers }).catch(
    () => undefined,
  )
  if (!answer || answer.status >= 500) {
    reply.code(503).header('cache-control', 'no-store').type('text/plain; charset=utf-8')
    return void reply.send('Sorry, the service is not available. Try again in a few minutes.\n')
  }
  if (answer.status === 401)
    return void reply.redirect(`/sign-in?returnTo=${encodeURIComponent(request.url)}`, 303)
  if (answer.status === 409) {
    reply.code(409).header('cache-control', 'no-store').type('text/plain; charset=utf-8')
    return void reply.send(`${translator(visitor.language)('portal.files.closed')}\n`)
  }
  if (!answer.ok || !answer.body) return void reply.redirect('/not-found', 303)
  // Whatever the server says, a browser draws no file of somebody as a page of this portal.
  reply.header('content-disposition', 'attachment')
  for (const name of ['content-type', 'content-disposition', 'content-length']) {
    const value = answer.headers.get(name)
    if (value) reply.header(name, value)
  }
  reply.header('content-security-policy', "sandbox; default-src 'none'")
  reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store')
  await reply.send(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]))
}
