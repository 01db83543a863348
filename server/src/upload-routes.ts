import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import { mostFileBytes } from '@send/shared/forms/questions/file'
import { Id, QuestionId } from '@send/shared/values/ids'
import { z } from 'zod'
import type { Services } from './context.ts'
import { describeError, maskError, notFound } from './errors.ts'
import { createRequestContext } from './request-context.ts'
import { answerUpload } from './submissions/uploads/answer-upload.ts'
import type { UploadTarget } from './submissions/uploads/begin-upload.ts'
import { UploadRefused } from './submissions/uploads/upload-refused.ts'

const Begun = z.strictObject({ submissionId: Id, questionId: QuestionId })
const GoneOnWith = z.strictObject({ uploadId: Id })
/** What the tus protocol asks in headers. */
const tusHeaders = [
  'tus-resumable',
  'upload-length',
  'upload-metadata',
  'upload-offset',
  'upload-defer-length',
  'upload-concat',
  'content-type',
  'content-length',
]

/** The addresses of uploads that can be resumed; nothing about a child stands in them. */
export async function registerUploadRoutes(app: FastifyInstance, services: Services): Promise<void> {
  app.removeAllContentTypeParsers()
  // Bodies are left unread here: they are taken part by part.
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  const options = { bodyLimit: mostFileBytes }

  app.post('/uploads/:submissionId/:questionId', options, async (request, reply) => {
    const target = Begun.safeParse(request.params)
    return target.success ? answer(request, reply, { target: target.data }) : refuse(reply)
  })
  const goOn = async (request: FastifyRequest, reply: FastifyReply) => {
    const upload = GoneOnWith.safeParse(request.params)
    return upload.success ? answer(request, reply, upload.data) : refuse(reply)
  }
  app.head('/uploads/:uploadId', goOn)
  app.patch('/uploads/:uploadId', options, goOn)
  app.delete('/uploads/:uploadId', goOn)

  async function answer(
    incoming: FastifyRequest,
    reply: FastifyReply,
    about: { uploadId?: string; target?: UploadTarget },
  ): Promise<FastifyReply> {
    const context = createRequestContext(services, incoming)
    const request = asWebRequest(incoming)
    const answered = await answerUpload(context, { request, ...about }, (error) =>
      incoming.log.error({ err: describeError(error) }, sentenceOf(error)),
    )
    for (const [name, value] of answered.headers) reply.header(name, value)
    // What was not read of a body must not be taken for the next request.
    if (!answered.ok) reply.header('connection', 'close')
    return reply.code(answered.status).send(answered.status === 204 ? undefined : await answered.text())
  }
}

/** The same words as of a file that came at once, so that whoever watches the log looks for one sentence. */
function sentenceOf(error: unknown): string {
  return error instanceof UploadRefused ? 'no room is left for files' : 'an upload was not taken'
}

function refuse(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: maskError(notFound()) })
}

function asWebRequest({ method, headers, raw }: FastifyRequest): Request {
  const told = new Headers()
  for (const name of tusHeaders) {
    const value = headers[name]
    if (typeof value === 'string') told.set(name, value)
  }
  const hasBody = method === 'POST' || method === 'PATCH'
  // `duplex` is asked for by the standard and not yet known to the types of the browser.
  const body = hasBody
    ? { body: Readable.toWeb(raw) as ReadableStream<Uint8Array<ArrayBuffer>>, duplex: 'half' as const }
    : {}
  return new Request('http://server/uploads', { method, headers: told, ...body })
}
