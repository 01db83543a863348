import compress from '@fastify/compress'
import serveStatic from '@fastify/static'
import { createRequest } from '@remix-run/node-fetch-server'
import fastify from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { RouterContextProvider, createRequestHandler } from 'react-router'
import type { ServerBuild } from 'react-router'
import type { paperAddressContext, Print, printContext } from '../printer.ts'
import { serverApi } from '../api.ts'
import type { shownFaceContext } from '../shown-face.ts'
import type { Face, Visitor, visitorContext } from '../visitor.ts'
import { findCookie, languageCookie, sessionCookieName } from './cookies.ts'
import { deviceName } from './device-name.ts'
import { keepFace } from './keep-face.ts'
import { receiveFiles, sendFile } from './files.ts'
import { isFromOwnPage } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'
import { registerUploads } from './uploads.ts'

/** The most characters a page of answers may have; files travel by their own way. */
const largestFormBytes = 2 * 1024 * 1024

/** The one page that reads a small file itself, as it does what was pasted; all others are sent to an address of their own. */
const pageWithFile = '/children/add-several'

/** The only way in which forms of the other pages come. */
const formType = 'application/x-www-form-urlencoded'

/** The server build of react-router, with the keys under which its pages look for what they are not told by the request. */
export type PortalBuild = ServerBuild & {
  entry: {
    module: {
      visitorContext?: typeof visitorContext
      printContext?: typeof printContext
      paperAddressContext?: typeof paperAddressContext
      shownFaceContext?: typeof shownFaceContext
    }
  }
}

export type FaceOptions = {
  face: Face
  origin: string
  serverUrl: string
  serviceSecret: string
  build: PortalBuild
  clientDirectory: string
  /** Makes PDFs; one printer serves both faces. */
  print: Print
  /** Where forms on paper are sent, line by line; by default nowhere. */
  paperAddress?: readonly string[]
  /** Addresses or networks whose X-Forwarded-For is believed; by default nobody's. */
  trustedProxies?: string[] | undefined
  logLevel?: 'silent' | 'warn' | 'info'
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

function firstHeader(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

function visitorOf(request: FastifyRequest, options: FaceOptions, nonce: string): Visitor {
  const cookies = request.headers.cookie
  return {
    face: options.face,
    language: findCookie(cookies, languageCookie) === 'cy' ? 'cy' : 'en',
    nonce,
    address: request.ip,
    device: deviceName(request.headers['user-agent']),
    token: findCookie(cookies, sessionCookieName(options.face)),
    serverUrl: options.serverUrl,
    serviceSecret: options.serviceSecret,
  }
}

/** Asks the server as nobody: what a face says is for everybody. */
function askShownFace({ face, serverUrl, serviceSecret }: FaceOptions) {
  const nobody = { face, serverUrl, serviceSecret, language: 'en', nonce: '', address: '127.0.0.1' } as const
  return serverApi({ ...nobody, device: undefined, token: undefined }).portalFaces.show.query({ face })
}

function refuseWith(reply: FastifyReply, status: number, sentence: string): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('connection', 'close')
    .type('text/plain; charset=utf-8')
    .send(`${sentence}\n`)
}

/** One portal for one face: its own origin, its own cookie, its own pages' security headers. */
export async function createFaceHost(options: FaceOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: options.logLevel ?? 'warn' },
    // Nobody outside is believed about an address: it is what tries are counted by.
    trustProxy: options.trustedProxies ?? false,
    requestTimeout: 120_000,
  })
  const keys = options.build.entry.module
  const { visitorContext: visitorKey, printContext: printKey, paperAddressContext: paperAddressKey } = keys
  const { shownFaceContext: shownFaceKey } = keys
  if (!visitorKey || !printKey || !paperAddressKey || !shownFaceKey)
    throw new Error('The build of the portal lacks a context. Build it again.')
  const handlePage = createRequestHandler(options.build, 'production')
  const address = new URL(options.origin)
  const shownFace = keepFace({
    face: options.face,
    ask: () => askShownFace(options),
    onFailure: () => app.log.warn('The server did not say what this portal shows.'),
  })
  const nonces = new WeakMap<FastifyRequest, string>()
  const visitor = (request: FastifyRequest) => visitorOf(request, options, nonces.get(request) ?? '')

  app.removeAllContentTypeParsers()
  // Bodies are left unread here: a page reads its own, and files stream through.
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))

  app.addHook('onRequest', async (request, reply) => {
    const nonce = randomBytes(18).toString('base64')
    nonces.set(request, nonce)
    reply.headers(securityHeaders(nonce, options.origin))
    const proof = {
      method: request.method,
      origin: firstHeader(request.headers.origin),
      fetchSite: firstHeader(request.headers['sec-fetch-site']),
    }
    if (!isFromOwnPage(proof, options.origin)) {
      return refuseWith(reply, 403, 'This did not come from a page of this service, so nothing was changed.')
    }
  })
  await app.register(compress)
  await app.register(serveStatic, {
    root: join(options.clientDirectory, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
  })
  app.get('/favicon.ico', (_request, reply) => reply.redirect('/favicon.svg', 301))
  app.get('/favicon.svg', (_request, reply) =>
    reply.header('cache-control', 'public, max-age=86400').sendFile('favicon.svg', options.clientDirectory),
  )
  app.get('/enhance.js', (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').sendFile('enhance.js', options.clientDirectory),
  )
  for (const script of ['autosave.js', 'passkeys.js', 'live-page.js', 'format-text.js', 'uploads.js']) {
    app.get(`/${script}`, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=3600').sendFile(script, options.clientDirectory),
    )
  }
  app.get('/files/:fileId', (request, reply) => sendFile(request, reply, visitor(request)))
  app.post('/submissions/:submissionId/files/:questionId/upload', (request, reply) =>
    receiveFiles(request, reply, visitor(request)),
  )
  registerUploads(app, visitor)
  app.all('/*', async (request, reply) => {
    if (Number(request.headers['content-length'] ?? 0) > largestFormBytes) {
      return refuseWith(reply, 413, 'That was too much text to send at once.')
    }
    if (request.headers['transfer-encoding'])
      return refuseWith(reply, 411, 'The length of the form is missing.')
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
    const fits = type === formType || (type === 'multipart/form-data' && request.url === pageWithFile)
    if (!readingMethods.has(request.method) && !fits) {
      return refuseWith(reply, 415, 'This was not sent as a form of this service sends it.')
    }
    const context = new RouterContextProvider()
    context.set(visitorKey, visitor(request))
    context.set(printKey, options.print)
    context.set(paperAddressKey, options.paperAddress ?? [])
    context.set(shownFaceKey, await shownFace())
    const page = await handlePage(
      createRequest(request.raw, reply.raw, { host: address.host, protocol: address.protocol }),
      context,
    )
    for (const [name, value] of page.headers) if (name !== 'set-cookie') reply.header(name, value)
    for (const cookie of page.headers.getSetCookie()) reply.header('set-cookie', cookie)
    reply.header('cache-control', 'no-store').code(page.status)
    return reply.send(page.body ? Buffer.from(await page.arrayBuffer()) : '')
  })
  return app
}
