import { randomBytes } from 'node:crypto'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { BlobTooLarge } from './blob-store.ts'
import { createDiskBlobPlace } from './disk-blob-place.ts'
import { sweepUnknownFiles } from './encrypted-blob-store.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

async function put(bytes: Buffer, maxBytes = 50 * 1024 * 1024) {
  const { files } = server.services
  const blob = await files.write(Readable.from(pieces(bytes)), { maxBytes })
  await server.database.transaction((tx) => files.record(tx, blob))
  return blob
}

function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007)
}

async function read(blobId: string): Promise<Buffer> {
  const { content } = await server.database.transaction((tx) => server.services.files.open(tx, blobId))
  return buffer(content)
}

const pathOf = (blobId: string) => join(server.folder, blobId.slice(-2), blobId)

test.each([0, 1, 65_535, 65_536, 65_537, 1_000_003])(
  'a file of %i bytes comes back as it was',
  async (size) => {
    const bytes = randomBytes(size)
    const stored = await put(bytes)
    expect(stored.size).toBe(size)
    expect((await read(stored.blobId)).equals(bytes)).toBe(true)
  },
)

test('a file whose transaction failed cannot be read', async () => {
  const { blobId } = await server.services.files.write(Readable.from([Buffer.from('x')]), { maxBytes: 10 })
  await expect(read(blobId)).rejects.toMatchObject({ id: 'not-found' })
})

test('on the disk stands nothing readable, and equal files look different', async () => {
  const bytes = Buffer.from('a child’s report '.repeat(5000))
  const [first, second] = [await put(bytes), await put(bytes)]
  const [one, two] = [await readFile(pathOf(first.blobId)), await readFile(pathOf(second.blobId))]
  expect(one.includes('child')).toBe(false)
  expect(one.equals(two)).toBe(false)
})

test('a file that was changed, cut off or reordered is not given out', async () => {
  const bytes = randomBytes(200_000)
  const chunk = 64 * 1024 + 16
  const harm: ((file: Buffer) => Buffer)[] = [
    (file) => Buffer.concat([file.subarray(0, 5), Buffer.from([file[5]! ^ 1]), file.subarray(6)]),
    (file) => file.subarray(0, chunk),
    (file) =>
      Buffer.concat([file.subarray(chunk, 2 * chunk), file.subarray(0, chunk), file.subarray(2 * chunk)]),
    () => Buffer.alloc(0),
  ]
  for (const change of harm) {
    const { blobId } = await put(bytes)
    await writeFile(pathOf(blobId), change(await readFile(pathOf(blobId))))
    await expect(read(blobId)).rejects.toThrow()
  }
})

async function* broken() {
  yield randomBytes(70_000)
  throw new Error('connection lost')
}

test('V5.2.1: a file beyond the limit, or whose sender goes away, leaves nothing behind', async () => {
  await expect(put(randomBytes(100_001), 100_000)).rejects.toThrow(BlobTooLarge)
  const gone = server.services.files.write(Readable.from(broken()), { maxBytes: 1_000_000 })
  await expect(gone).rejects.toThrow('connection lost')
  expect(await readdir(join(server.folder, 'incoming'))).toEqual([])
})

test('a removed file cannot be read, and its bytes go with the next sweep after a day', async () => {
  const kept = await put(randomBytes(10))
  const removed = await put(randomBytes(10))
  await server.database.transaction((tx) => server.services.files.remove(tx, removed.blobId))
  await expect(read(removed.blobId)).rejects.toMatchObject({ id: 'not-found' })
  const options = { place: createDiskBlobPlace(server.folder), clock: server.clock }
  const twoDaysAgo = new Date(server.clock.now().getTime() - 2 * 86_400_000)
  for (const { blobId } of [kept, removed]) await utimes(pathOf(blobId), twoDaysAgo, twoDaysAgo)
  expect(await sweepUnknownFiles(server.database, options)).toBe(1)
  await expect(readFile(pathOf(removed.blobId))).rejects.toThrow()
  expect(await read(kept.blobId)).toHaveLength(10)
})
