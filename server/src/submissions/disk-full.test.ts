import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDiskBlobPlace } from '../files/disk-blob-place.ts'
import { createEncryptedBlobStore } from '../files/encrypted-blob-store.ts'
import { buildServer } from '../host.ts'
import { headersOf, startWithFiles, upload } from '../testing/build-upload.ts'
import { mountSmallDisk } from '../testing/mount-disk.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

const disk = await mountSmallDisk()

let server: TestServer
let app: FastifyInstance

beforeAll(async () => {
  server = await createTestServer()
  if (disk) {
    const { secrets, clock } = server.services
    server.services.files = createEncryptedBlobStore(createDiskBlobPlace(disk.folder), { secrets, clock })
  }
  app = await buildServer(server.services)
})
afterAll(async () => {
  await app.close()
  await server.close()
  await disk?.unmount()
})

async function listStored(): Promise<string[]> {
  const names = await readdir(disk?.folder ?? '', { recursive: true })
  return names.filter((name) => path.basename(name).length === 36)
}

test.skipIf(!disk)(
  'SR-353: a full disk says so, keeps no half file, loses none, and goes on when there is room',
  async () => {
    const started = await startWithFiles(server, {
      maxFiles: 9,
      maxBytes: 9_000_000,
      types: ['text'],
      required: false,
    })
    const letter = (length: number, sign: string) => Buffer.alloc(length, sign)
    const send = (name: string, content: Buffer) => upload({ server, app }, started, [[name, content]])
    const { files } = await send('first.txt', letter(900_000, 'a'))
    expect(files).toHaveLength(1)
    const before = await listStored()

    expect(await send('second.txt', letter(3_000_000, 'b'))).toEqual({
      files: [],
      refused: [{ name: 'second.txt', reason: 'noRoom' }],
    })
    expect(await listStored()).toEqual(before)
    const url = `/files/${files[0]?.fileId}`
    const opened = await app.inject({ url, headers: headersOf(server, started.parent) })
    expect(opened.rawPayload.equals(letter(900_000, 'a'))).toBe(true)
    expect((await send('third.txt', letter(600_000, 'c'))).files).toHaveLength(1)
    expect(await listStored()).toHaveLength(2)
  },
)
