import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { buildServer } from '../host.ts'
import { startBucketEmulator, type BucketEmulator } from '../testing/bucket-emulator.ts'
import { headersOf, startWithFiles, upload } from '../testing/build-upload.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { BlobTooLarge } from './blob-store.ts'
import { createEncryptedBlobStore, sweepUnknownFiles } from './encrypted-blob-store.ts'
import { createS3BlobPlace } from './s3-blob-place.ts'

let server: TestServer
let app: FastifyInstance
let emulator: BucketEmulator
let place: ReturnType<typeof createS3BlobPlace>

beforeAll(async () => {
  emulator = await startBucketEmulator()
  place = createS3BlobPlace(emulator.url)
  server = await createTestServer()
  const { secrets, clock } = server.services
  server.services.files = createEncryptedBlobStore(place, { secrets, clock })
  app = await buildServer(server.services)
})
afterAll(async () => {
  await app.close()
  await server.close()
  await emulator.stop()
})

async function put(bytes: Buffer, maxBytes = 50 * 1024 * 1024) {
  const { files } = server.services
  const blob = await files.write(Readable.from([bytes]), { maxBytes })
  await server.database.transaction((tx) => files.record(tx, blob))
  return blob
}

async function read(blobId: string): Promise<Buffer> {
  const { content } = await server.database.transaction((tx) => server.services.files.open(tx, blobId))
  return buffer(content)
}

const stored = async () =>
  (await readdir(emulator.folder, { recursive: true })).filter((name) => name.endsWith('._S3rver_object'))

test.each([0, 1, 65_537, 12_000_003])(
  'a file of %i bytes comes back from a bucket as it was',
  async (size) => {
    const bytes = randomBytes(size)
    const { blobId } = await put(bytes)
    expect((await read(blobId)).equals(bytes)).toBe(true)
  },
)

test('in the bucket stands nothing readable, and no name of a file', async () => {
  await put(Buffer.from('a child’s report '.repeat(5000)))
  for (const name of await stored()) {
    expect(path.basename(name)).toMatch(/^[0-9a-f-]{36}\._S3rver_object$/)
    expect((await readFile(path.join(emulator.folder, name))).includes('child')).toBe(false)
  }
})

test('a file beyond the limit, or whose sender goes away, leaves no file in the bucket', async () => {
  const before = await stored()
  await expect(put(randomBytes(12_000_000), 11_000_000)).rejects.toThrow(BlobTooLarge)
  async function* broken() {
    yield randomBytes(6_000_000)
    throw new Error('connection lost')
  }
  const gone = server.services.files.write(broken(), { maxBytes: 50_000_000 })
  await expect(gone).rejects.toThrow('connection lost')
  expect(await stored()).toEqual(before)
})

test('a file sent through the door is opened from the bucket, and what nobody knows goes with the next sweep', async () => {
  const started = await startWithFiles(server, { types: ['text'] })
  const { files } = await upload({ server, app }, started, [['report.txt', 'What helps at school.']])
  const url = `/files/${files[0]?.fileId}`
  const opened = await app.inject({ url, headers: headersOf(server, started.parent) })
  expect(opened.body).toBe('What helps at school.')

  const removed = await put(randomBytes(10))
  await server.database.transaction((tx) => server.services.files.remove(tx, removed.blobId))
  const count = (await stored()).length
  const clock = { now: () => new Date(Date.now() + 2 * 86_400_000) }
  expect(await sweepUnknownFiles(server.database, { place, clock })).toBe(1)
  expect(await stored()).toHaveLength(count - 1)
  const again = await app.inject({ url, headers: headersOf(server, started.parent) })
  expect(again.body).toBe('What helps at school.')
})
