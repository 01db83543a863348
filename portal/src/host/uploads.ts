import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type { Visitor } from '../visitor.ts'
import { serverHeaders } from './server-headers.ts'

const idShape = /^[\w-]{1,64}$/
/** What the tus protocol says in headers, and what became of a file. */
const asked = ['tus-resumable', 'upload-length', 'upload-metadata', 'upload-offset'] as const
const answered = ['tus-resumable', 'upload-length', 'upload-offset', 'send-outcome', 'content-type'] as const

type Target = { submissionId?: string; questionId?: string; uploadId?: string }

/** Passes the steps of resumable uploads between a browser and the server, bytes as they arrive. */
export function registerUploads(app: FastifyInstance, visitorOf: (request: FastifyRequest) => Visitor): void {
  const all = '/submissions/:submissionId/files/:questionId/uploads'
  const one = `${all}/:uploadId`
  const pass = (request: FastifyRequest, reply: FastifyReply) => passOn(request, reply, visitorOf(request))
  app.post(all, pass)
  app.head(one, pass)
  app.patch(one, pass)
  app.delete(one, pass)
}

async function passOn(request: FastifyRequest, reply: FastifyReply, visitor: Visitor): Promise<void> {
  const target = request.params as Target
  reply.header('cache-control', 'no-store')
  if (Object.values(target).some((id) => !idShape.test(id))) return refuse(reply, 404)
  if (!visitor.token) return refuse(reply, 401)
  const { submissionId, questionId, uploadId } = target
  const path = `/uploads/${uploadId ?? `${submissionId}/${questionId}`}`
  const answer = await ask(request, visitor, path)
  if (!answer) return refuse(reply, 503)
  for (const name of answered) {
    const value = answer.headers.get(name)
    if (value) reply.header(name, value)
  }
  const made = answer.headers.get('location')?.split('/').at(-1)
  if (made) reply.header('location', `/submissions/${submissionId}/files/${questionId}/uploads/${made}`)
  // What was not read of a body must not be taken for the next request.
  if (!answer.ok) reply.header('connection', 'close')
  await reply.code(answer.status).send(answer.status === 204 ? undefined : await answer.text())
}

function refuse(reply: FastifyReply, status: number): void {
  void reply.code(status).header('connection', 'close').send()
}

/** The answer of the server; undefined when there was none, or the browser went away. */
async function ask(request: FastifyRequest, visitor: Visitor, path: string): Promise<Response | undefined> {
  const headers = new Headers(serverHeaders(visitor))
  for (const name of asked) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const init: RequestInit & { duplex?: 'half' } = { method: request.method, headers }
  if (request.method === 'PATCH') {
    for (const name of ['content-type', 'content-length'] as const)
      headers.set(name, request.headers[name] ?? '')
    init.body = Readable.toWeb(request.raw) as ReadableStream<Uint8Array<ArrayBuffer>>
    init.duplex = 'half'
  }
  return fetch(new URL(path, visitor.serverUrl), init).catch(() => undefined)
}
