import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { mostFileBytes } from '@send/shared/forms/questions/file'
import { Id, QuestionId } from '@send/shared/values/ids'
import { z } from 'zod'
import { unfinishedForm } from './chronology/internal-forms/form-files.ts'
import { openFile } from './chronology/open-file.ts'
import type { Services } from './context.ts'
import { maskError, notFound } from './errors.ts'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { TRPCError } from '@trpc/server'
import { inOneTransaction, leavingALine, requireTwoSteps } from './one-transaction.ts'
import { createRequestContext } from './request-context.ts'
import type { FileTarget } from './submissions/attach-file.ts'
import { ownSubmission } from './submissions/file-holder.ts'
import { receiveFiles, type ReceivedFiles } from './submissions/receive-files.ts'
import { registerUploadRoutes } from './upload-routes.ts'

const Upload = z.strictObject({ submissionId: Id, questionId: QuestionId })
const StaffUpload = z.strictObject({ internalFormId: Id, questionId: QuestionId })
const Download = z.strictObject({ fileId: Id })
const mostFilesAtOnce = 20

/** The few addresses that are not procedures: whether the server lives, and the bytes of files. */
export async function registerRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const limits = { fileSize: mostFileBytes + 1, files: mostFilesAtOnce, fields: 10, parts: 40 }
  await app.register(multipart, { limits, throwFileSizeLimit: false })

  app.get('/health', () => ({ status: 'ok' }))

  app.post('/files/:submissionId/:questionId', (request, reply) =>
    answering(reply, () => {
      const target = Upload.safeParse(request.params)
      if (!target.success) throw notFound()
      const { submissionId, questionId } = target.data
      return takeFiles(services, request, { holder: ownSubmission(submissionId), questionId })
    }),
  )

  app.post('/internal-forms/:internalFormId/files/:questionId', (request, reply) =>
    answering(reply, () => {
      const target = StaffUpload.safeParse(request.params)
      if (!target.success) throw notFound()
      const { internalFormId, questionId } = target.data
      return takeFiles(services, request, { holder: unfinishedForm(internalFormId), questionId })
    }),
  )

  await app.register((scope) => registerUploadRoutes(scope, services))
  app.get('/files/:fileId', (request, reply) => answering(reply, () => sendFile(services, request, reply)))
}

async function takeFiles(
  services: Services,
  request: FastifyRequest,
  target: FileTarget,
): Promise<ReceivedFiles> {
  const received = await receiveFiles(createRequestContext(services, request), target, request.files())
  if (received.refused.some(({ reason }) => reason === 'noRoom'))
    request.log.error('no room is left for files')
  return received
}

async function sendFile(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const target = Download.safeParse(request.params)
  if (!target.success) throw notFound()
  const open = leavingALine('files.open', (ctx) =>
    openFile({ ...ctx, actor: requireTwoSteps(ctx) }, target.data.fileId),
  )
  const file = await inOneTransaction(createRequestContext(services, request), 'files.open', open)
  return reply
    .header('content-type', file.mediaType)
    .header('content-length', file.size)
    .header('content-disposition', attachment(file.name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .send(file.content)
}

/** RFC 6266: an ASCII name for the oldest, the real one encoded; never a way to break the header. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w .-]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

async function answering<T>(reply: FastifyReply, work: () => Promise<T>): Promise<T | FastifyReply> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    return reply.code(getHTTPStatusCodeFromError(error)).send({ error: maskError(error) })
  }
}
