import { readdir } from 'node:fs/promises'
import { createServer, request as requestOn, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partBytes } from '@send/shared/submissions/upload-parts'
import { createEncryptedBlobStore } from '../../files/encrypted-blob-store.ts'
import { createS3BlobPlace } from '../../files/s3-blob-place.ts'
import { buildServer } from '../../host.ts'
import { startBucketEmulator, type BucketEmulator } from '../../testing/bucket-emulator.ts'
import { headersOf, startWithFiles, type Started } from '../../testing/build-upload.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { askOffset, beginUpload, sendBytes } from '../../testing/tus-upload.ts'

/** How the service behind the bucket answers what is written into it; only the full and the broken one are played. */
let manner: 'works' | 'full' | 'breaks' = 'works'
let server: TestServer
let app: FastifyInstance
let emulator: BucketEmulator
let between: Server

beforeAll(async () => {
  emulator = await startBucketEmulator()
  between = startBetween(emulator.port)
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
  server = await createTestServer()
  await start()
})
afterAll(async () => {
  await app.close()
  await server.close()
  between.close()
  await emulator.stop()
})

/** A server that knows nothing but its database and its bucket. */
async function start(): Promise<void> {
  const { secrets, clock } = server.services
  const { port } = between.address() as AddressInfo
  const place = createS3BlobPlace(emulator.url.replace(String(emulator.port), String(port)))
  server.services.files = createEncryptedBlobStore(place, { secrets, clock })
  app = await buildServer(server.services)
}

function startBetween(port: number): Server {
  return createServer((incoming, answer) => {
    const { method, url, headers } = incoming
    if (method === 'PUT' && manner === 'breaks') return incoming.socket.destroy()
    if (method === 'PUT' && manner === 'full') {
      incoming.resume()
      answer.writeHead(507, { 'content-type': 'application/xml' })
      return answer.end('<Error><Code>XMinioStorageFull</Code><Message>Disk full</Message></Error>')
    }
    const passed = requestOn({ host: '127.0.0.1', port, method, path: url, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 500, given.headers)
      given.pipe(answer)
    })
    return incoming.pipe(passed)
  })
}

const letter = Buffer.from('What helps Mia at school. '.repeat(30_000)) // 780,000 bytes: two parts and a bit

async function begin() {
  const started = await startWithFiles(server, { types: ['text'], maxFiles: 5, maxBytes: 5_000_000 })
  const target = started.url.replace('/files/', '')
  const sender = () => ({ server, app, session: started.parent })
  const { place } = await beginUpload(sender(), target, { name: 'letter.txt', size: letter.length })
  const send = (from: number, to = letter.length) =>
    sendBytes(sender(), place, { offset: from, bytes: letter.subarray(from, to) })
  return { started, send, ask: () => askOffset(sender(), place) }
}

async function expectThere({ parent, submissionId }: Started): Promise<void> {
  const { files } = await server.caller(parent).submissions.getMine({ submissionId })
  expect(files).toMatchObject([{ name: 'letter.txt', size: letter.length }])
  const url = `/files/${files[0]?.fileId}`
  const opened = await app.inject({ url, headers: headersOf(server, parent) })
  expect(opened.rawPayload.equals(letter)).toBe(true)
}

const stored = async () =>
  (await readdir(emulator.folder, { recursive: true })).filter((name) => name.endsWith('._S3rver_object'))

test('SR-560: an upload into a bucket goes on where it was when the server was restarted, and its parts go with the last', async () => {
  const { started, send, ask } = await begin()
  expect(await send(0, partBytes + 1_000)).toMatchObject({ status: 204, offset: partBytes })
  await app.close()
  await start()
  expect(await ask()).toMatchObject({ status: 200, offset: partBytes })
  expect(await send(partBytes, 2 * partBytes)).toMatchObject({ status: 204, offset: 2 * partBytes })
  await app.close()
  await start()
  expect(await send(2 * partBytes)).toMatchObject({ status: 204, outcome: 'attached' })
  await expectThere(started)
  expect(await stored()).toHaveLength(1)
})

test.each([
  ['is full', 'full', { status: 422, body: '{"refused":"noRoom"}' }],
  ['does not answer', 'breaks', { status: 500 }],
] as const)(
  'SR-561: while the bucket %s nothing of an upload is lost or half there, and it goes on after',
  async (_, how, answer) => {
    const { started, send, ask } = await begin()
    await send(0, partBytes)
    const before = await stored()
    manner = how
    try {
      expect(await send(partBytes, 2 * partBytes)).toMatchObject(answer)
      manner = 'works'
      expect((await send(partBytes, 2 * partBytes)).offset).toBe(2 * partBytes)
      manner = how
      expect(await send(2 * partBytes)).toMatchObject(answer)
    } finally {
      manner = 'works'
    }
    expect(await ask()).toMatchObject({ offset: 2 * partBytes, outcome: undefined })
    expect(await stored()).toHaveLength(before.length + 1)
    expect((await send(2 * partBytes)).outcome).toBe('attached')
    await expectThere(started)
  },
)
