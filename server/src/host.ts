import helmet from '@fastify/helmet'
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import fastify, { type FastifyInstance } from 'fastify'
import { newId } from '@send/shared/values/ids'
import type { Services } from './context.ts'
import { describeError, maskError, SendError } from './errors.ts'
import { createRequestContext } from './request-context.ts'
import { appRouter, type AppRouter } from './router.ts'
import { registerRoutes } from './routes.ts'

const jsonBytes = 4 * 1024 * 1024
const maxBatchSize = 10

/** The HTTP server, not yet listening. */
export async function buildServer(
  services: Services,
  options: { logLevel: string; logStream?: NodeJS.WritableStream } = { logLevel: 'silent' },
): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: jsonBytes,
    requestTimeout: 120_000, // milliseconds; an upload of 50 MB over a slow line
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 2000 },
    trustProxy: false,
    forceCloseConnections: 'idle',
    logger: {
      level: options.logLevel,
      serializers: { req: withoutInput },
      redact: ['req.headers', 'headers'],
      ...(options.logStream ? { stream: options.logStream } : {}),
    },
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('cache-control', 'no-store')
    // A query string would end up in logs on the way, so calls come in the body.
    if (!request.url.startsWith('/trpc') || request.method === 'POST') return done()
    reply.code(405).header('allow', 'POST')
    return reply.send({ error: maskError(new SendError('bad-input')) })
  })
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error)
    if (status >= 500) request.log.error({ err: describeError(error) }, 'request failed')
    const known = status >= 500 || error instanceof TRPCError ? error : new SendError('bad-input')
    return reply.code(status).send({ error: maskError(known) })
  })
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: maskError(new SendError('not-found')) }),
  )

  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: ({ req }) => createRequestContext(services, req),
      allowMethodOverride: true,
      maxBatchSize,
      onError({ error, path, req }) {
        if (maskError(error).id === 'internal')
          req.log.error({ err: describeError(error), path }, 'procedure failed')
      },
    },
  } satisfies FastifyTRPCPluginOptions<AppRouter>)
  await registerRoutes(app, services)
  return app
}

/** The path without its query: inputs and tokens never reach the log. */
function withoutInput(request: { method: string; url: string }): { method: string; path: string } {
  return { method: request.method, path: request.url.split('?')[0] ?? '' }
}

function statusOf(error: unknown): number {
  if (error instanceof TRPCError) return getHTTPStatusCodeFromError(error)
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 600 ? status : 500
}
