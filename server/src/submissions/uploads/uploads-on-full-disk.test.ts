import { readdir, rm, statfs, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partBytes } from '@send/shared/submissions/upload-parts'
import { newId } from '@send/shared/values/ids'
import { createDiskBlobPlace } from '../../files/disk-blob-place.ts'
import { createEncryptedBlobStore } from '../../files/encrypted-blob-store.ts'
import { buildServer } from '../../host.ts'
import { headersOf, startWithFiles, type Started } from '../../testing/build-upload.ts'
import { photograph } from '../../testing/hostile-files/build-picture.ts'
import { mountSmallDisk } from '../../testing/mount-disk.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { askOffset, beginUpload, sendBytes } from '../../testing/tus-upload.ts'

const disk = await mountSmallDisk()
const folder = disk?.folder ?? ''
const ballast = path.join(folder, 'ballast')

let server: TestServer
let app: FastifyInstance
const logged: string[] = []

beforeAll(async () => {
  server = await createTestServer()
  const { secrets, clock } = server.services
  if (disk) server.services.files = createEncryptedBlobStore(createDiskBlobPlace(folder), { secrets, clock })
  const logStream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(chunk.toString())
      done()
    },
  })
  app = await buildServer(server.services, { logLevel: 'error', logStream })
})
afterAll(async () => {
  await app.close()
  await server.close()
  await disk?.unmount()
})

const noRoom = { status: 422, body: '{"refused":"noRoom"}' }
const name = 'Mia at school.txt'
const letter = Buffer.from('What helps Mia at school. '.repeat(30_000)) // 780,000 bytes: two parts and a bit

/** Fills the disk until only this many bytes are free. */
async function leaveFree(bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  await writeFile(ballast, Buffer.alloc(bavail * bsize - bytes))
}

async function begin(started: Started, file: Buffer, called = name) {
  const sender = { server, app, session: started.parent }
  const target = started.url.replace('/files/', '')
  const { place } = await beginUpload(sender, target, { name: called, size: file.length })
  return {
    send: (from: number, to = file.length) =>
      sendBytes(sender, place, { offset: from, bytes: file.subarray(from, to) }),
    offset: async () => (await askOffset(sender, place)).offset,
  }
}

async function listStored(): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter((each) => path.basename(each).length === 36).sort()
}

async function filesOf({ parent, submissionId }: Started) {
  return (await server.caller(parent).submissions.getMine({ submissionId })).files
}

const texts = { types: ['text' as const, 'jpeg' as const], maxFiles: 5, maxBytes: 5_000_000, required: true }

test.skipIf(!disk)(
  'SR-561: a disk that is full at a part says so, keeps no half part, and the upload goes on from there when there is room',
  async () => {
    const started = await startWithFiles(server, texts)
    const upload = await begin(started, letter)
    await upload.send(0, partBytes)
    const before = await listStored()
    await leaveFree(partBytes / 2)
    expect(await upload.send(partBytes)).toMatchObject(noRoom)
    expect(await listStored()).toEqual(before)
    expect(await upload.offset()).toBe(partBytes)
    expect(await filesOf(started)).toEqual([])
    await rm(ballast)
    expect(await upload.send(partBytes)).toMatchObject({ status: 204, outcome: 'attached' })
    const [file] = await filesOf(started)
    const url = `/files/${file?.fileId}`
    const opened = await app.inject({ url, headers: headersOf(server, started.parent) })
    expect(opened.rawPayload.equals(letter)).toBe(true)
  },
)

test.skipIf(!disk)(
  'SR-561: a disk that is full when the parts become a file keeps them, counts no file, and asks for the last part again',
  async () => {
    const started = await startWithFiles(server, texts)
    const upload = await begin(started, letter)
    await upload.send(0, 2 * partBytes)
    const before = await listStored()
    await leaveFree(partBytes)
    expect(await upload.send(2 * partBytes)).toMatchObject(noRoom)
    expect(await listStored()).toEqual(before)
    expect(await filesOf(started)).toEqual([])
    const { submissionId } = started
    const asked = { idempotencyKey: newId(), submissionId }
    const sent = await server.caller(started.parent).submissions.submit(asked)
    expect(JSON.stringify(sent)).toMatch(/"outcome":"incomplete".*Upload a file/)
    await rm(ballast)
    expect(await upload.offset()).toBe(2 * partBytes)
    expect((await upload.send(2 * partBytes)).outcome).toBe('attached')
    expect(await filesOf(started)).toHaveLength(1)
  },
)

test.skipIf(!disk)(
  'SR-561: a picture that fits, but not while it is written anew, is not there, and can be sent again',
  async () => {
    const started = await startWithFiles(server, texts)
    const photo = await photograph('jpeg', { width: 900, height: 600 })
    const upload = await begin(started, photo, 'photo.jpg')
    const before = await listStored()
    // Of both there is room for one and a page or two.
    await leaveFree(photo.length + 12_000)
    expect(await upload.send(0)).toMatchObject(noRoom)
    expect(await listStored()).toEqual(before)
    await rm(ballast)
    expect((await upload.send(0)).outcome).toBe('attached')
    expect(await filesOf(started)).toHaveLength(1)
  },
)

test.skipIf(!disk)(
  'SR-561: whoever watches the log reads that there is no room, and no name of a file',
  () => {
    const lines = logged.map((line) => JSON.parse(line) as { msg: string; err?: { code?: string } })
    expect(lines.map(({ msg }) => msg)).toEqual(Array(3).fill('no room is left for files'))
    expect(lines[0]?.err?.code).toBe('ENOSPC')
    expect(logged.join('')).not.toMatch(/Mia|photo\.jpg/)
  },
)
