import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, readlink, utimes } from 'node:fs/promises'
import path from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualFileSettings } from '@send/shared/submissions/file-settings'
import { hoursUnfinished, partBytes } from '@send/shared/submissions/upload-parts'
import { auditEvents } from '../../audit/tables.ts'
import { sweepUnknownFiles } from '../../files/encrypted-blob-store.ts'
import { createDiskBlobPlace } from '../../files/disk-blob-place.ts'
import { blobs } from '../../files/tables.ts'
import { buildServer } from '../../host.ts'
import {
  buildOtherSession,
  buildPortalSession,
  buildStaffSession,
  type BuiltSession,
} from '../../testing/build-sessions.ts'
import { headersOf, sendStarted, startWithFiles, upload, type Started } from '../../testing/build-upload.ts'
import { photograph } from '../../testing/hostile-files/build-picture.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { askOffset, beginUpload, cancel, sendBytes } from '../../testing/tus-upload.ts'
import { sweepUploads } from './sweep-uploads.ts'
import { uploadParts, uploads } from './tables.ts'

let server: TestServer
let app: FastifyInstance

beforeAll(async () => {
  server = await createTestServer()
  app = await buildServer(server.services)
})
afterAll(async () => {
  await app.close()
  await server.close()
})

const texts = { types: ['text' as const], maxFiles: 5, maxBytes: 5_000_000, required: false }
const letter = Buffer.from('What helps Mia at school. '.repeat(30_000)) // 780,000 bytes: two parts and a bit
const name = 'Mia at school.txt'

const targetOf = ({ url }: Started) => url.replace('/files/', '')
const as = (session: BuiltSession) => ({ server, app, session })

async function begin(started: Started, size = letter.length, called = name): Promise<string> {
  const { status, place } = await beginUpload(as(started.parent), targetOf(started), { name: called, size })
  expect(status).toBe(201)
  return place
}

/** Sends a file from an offset to its end. */
async function sendRest(
  started: Started,
  place: string,
  { from = 0, file = letter }: { from?: number; file?: Buffer } = {},
) {
  return sendBytes(as(started.parent), place, { offset: from, bytes: file.subarray(from) })
}

async function filesOf({ parent, submissionId }: Started) {
  return (await server.caller(parent).submissions.getMine({ submissionId })).files
}

async function bytesOf(session: BuiltSession, fileId: string | undefined): Promise<Buffer> {
  const { rawPayload } = await app.inject({ url: `/files/${fileId}`, headers: headersOf(server, session) })
  return rawPayload
}

test('SR-380: another family, staff, half a session and nobody neither begin, look, go on nor end', async () => {
  const started = await startWithFiles(server, texts)
  const place = await begin(started)
  const others = {
    stranger: [await buildPortalSession(server, 'citizen'), 404],
    officer: [started.officer, 404],
    half: [await buildPortalSession(server, 'citizen', { secondStep: false }), 401],
    nobody: [{ ...started.parent, token: 'x'.repeat(43) }, 401],
  } as const
  for (const [who, [session, status]] of Object.entries(others)) {
    const sender = as(session)
    const bytes = letter.subarray(0, partBytes)
    expect((await beginUpload(sender, targetOf(started), { name, size: 10 })).status, who).toBe(status)
    expect((await sendBytes(sender, place, { offset: 0, bytes })).status, who).toBe(status)
    expect((await askOffset(sender, place)).status, who).toBe(status)
    expect((await cancel(sender, place)).status, who).toBe(status)
  }
  expect(await askOffset(as(started.parent), place)).toMatchObject({ status: 200, offset: 0 })
  const unknown = '/uploads/0190a000-0000-7000-8000-000000000000'
  expect((await askOffset(as(started.parent), unknown)).status).toBe(404)
  expect((await askOffset(as(started.parent), '/uploads/..%2f..%2fetc')).status).toBe(404)
})

test('SR-380: whoever is signed out in the midst of a file goes no further, and goes on after signing in', async () => {
  const started = await startWithFiles(server, texts)
  const place = await begin(started)
  await sendBytes(as(started.parent), place, { offset: 0, bytes: letter.subarray(0, partBytes) })
  await server.caller(started.parent).accounts.signOut()
  expect((await sendRest(started, place, { from: partBytes })).status).toBe(401)
  expect((await askOffset(as(started.parent), place)).status).toBe(401)
  const again = await buildOtherSession(server, started.parent)
  expect(await askOffset(as(again), place)).toMatchObject({ status: 200, offset: partBytes })
  const signedIn = { ...started, parent: again }
  expect((await sendRest(signedIn, place, { from: partBytes })).outcome).toBe('attached')
})

test('SR-382: a file over a limit is refused before a byte of it is taken, with the reason', async () => {
  const started = await startWithFiles(server, { ...texts, maxFiles: 1 })
  const ask = async (size: number, called = name) => {
    const { status, body } = await beginUpload(as(started.parent), targetOf(started), { name: called, size })
    return { status, body }
  }
  const refusal = (refused: string) => ({ status: 422, body: JSON.stringify({ refused }) })
  expect(await ask(0)).toEqual(refusal('empty'))
  expect(await ask(texts.maxBytes + 1)).toEqual(refusal('tooBig'))
  await upload({ server, app }, started, [['first.txt', 'A letter']])
  expect(await ask(100)).toEqual(refusal('tooMany'))
  expect(await ask(100, 'first.txt')).toMatchObject({ status: 201 })
})

test('SR-382: the limits that the authority settles hold for all files of a form together, and no request is longer than it said', async () => {
  const administrator = await buildStaffSession(server, ['portalAdministration'])
  const small = { ...usualFileSettings, fileMegabytes: 1, formMegabytes: 1 }
  const settle = server.caller(administrator).files.setSettings
  const started = await startWithFiles(server, texts)
  await settle({ before: usualFileSettings, after: small })
  try {
    const ask = async (size: number, called: string) =>
      (await beginUpload(as(started.parent), targetOf(started), { name: called, size })).body
    expect(await ask(1024 * 1024 + 1, 'a.txt')).toBe('{"refused":"tooBig"}')
    const place = await begin(started)
    expect((await sendRest(started, place)).outcome).toBe('attached')
    expect(await ask(400_000, 'b.txt')).toBe('{"refused":"formFull"}')
    const short = await begin(started, 100_000, 'c.txt')
    const more = await sendBytes(as(started.parent), short, { offset: 0, bytes: letter })
    expect(more.status).toBe(413)
    expect(await askOffset(as(started.parent), short)).toMatchObject({ offset: 0 })
  } finally {
    await settle({ before: small, after: usualFileSettings })
  }
})

test('SR-383: an upload that breaks goes on from its last whole part, and another offset is refused', async () => {
  const started = await startWithFiles(server, texts)
  const place = await begin(started)
  const broken = letter.subarray(0, partBytes + 5_000)
  expect(await sendBytes(as(started.parent), place, { offset: 0, bytes: broken })).toMatchObject({
    status: 204,
    offset: partBytes,
  })
  expect(await askOffset(as(started.parent), place)).toMatchObject({ offset: partBytes, outcome: undefined })
  for (const from of [0, 1, partBytes - 1, partBytes + 5_000, 2 * partBytes])
    expect((await sendRest(started, place, { from })).status, String(from)).toBe(409)
  expect(await filesOf(started)).toEqual([])
  expect(await sendRest(started, place, { from: partBytes })).toMatchObject({
    status: 204,
    offset: letter.length,
    outcome: 'attached',
  })
  const [file, ...more] = await filesOf(started)
  expect(more).toEqual([])
  expect(file).toMatchObject({ name, size: letter.length })
  expect((await bytesOf(started.parent, file?.fileId)).equals(letter)).toBe(true)
})

test('less than a part that is not the end is refused in words, for it would never go on', async () => {
  const started = await startWithFiles(server, texts)
  const place = await begin(started)
  const answer = await sendBytes(as(started.parent), place, { offset: 0, bytes: letter.subarray(0, 1_000) })
  expect(answer.status).toBe(400)
  expect(answer.body).toContain(`${partBytes} bytes at a time`)
})

test('SR-384: the same upload finished twice, and the same file sent twice, is there once', async () => {
  const started = await startWithFiles(server, texts)
  const place = await begin(started)
  const [one, two] = await Promise.all([sendRest(started, place), sendRest(started, place)])
  expect([one.status, two.status]).toContain(204)
  expect(await askOffset(as(started.parent), place)).toMatchObject({
    offset: letter.length,
    outcome: 'attached',
  })
  expect((await sendRest(started, place)).status).toBe(409)
  expect((await sendRest(started, await begin(started))).outcome).toBe('attached')
  expect(await filesOf(started)).toHaveLength(1)
})

test('SR-385: a file that came in parts is looked into, written anew and put into quarantine as one that came at once', async () => {
  const started = await startWithFiles(server, { ...texts, types: ['text', 'jpeg', 'docx'] })
  const outcomeOf = async (file: Buffer, called: string) =>
    (await sendRest(started, await begin(started, file.length, called), { file })).outcome
  const photo = await photograph('jpeg', { width: 900, height: 600 })
  expect(photo.includes('GPS')).toBe(true)
  expect(await outcomeOf(Buffer.from('MZ\u0090\u0000 a program'), 'letter.txt')).toBe('wrongKind')
  expect(await outcomeOf(photo, 'photo.txt')).toBe('notWhatItSays')
  expect(await outcomeOf(photo.subarray(0, 2_000), 'photo.jpg')).toBe('damaged')
  expect(await outcomeOf(photo, 'first.jpg')).toBe('attached')
  const [first] = await filesOf(started)
  expect((await bytesOf(started.parent, first?.fileId)).includes('GPS')).toBe(false)
  server.services.scanner = { scan: async () => ({ outcome: 'found', signature: 'Test' }) }
  try {
    expect(await outcomeOf(photo, 'photo.jpg')).toBe('attached')
    expect(await filesOf(started)).toMatchObject([{}, { state: 'checking', mayOpen: false }])
    await server.runJobs()
    expect(await filesOf(started)).toMatchObject([{}, { state: 'refused', refusal: 'malware' }])
  } finally {
    server.services.scanner = null
  }
})

test('SR-381: of an unfinished upload nothing readable lies on the disk, nor its name', async () => {
  const started = await startWithFiles(server, texts)
  const place = await begin(started)
  await sendBytes(as(started.parent), place, { offset: 0, bytes: letter.subarray(0, 2 * partBytes) })
  const names = await readdir(server.folder, { recursive: true, withFileTypes: true })
  const kept = names.filter((entry) => entry.isFile())
  expect(kept.length).toBeGreaterThanOrEqual(2)
  for (const { parentPath, name: called } of kept) {
    expect(called).toMatch(/^[0-9a-f-]{36}$/)
    expect((await readFile(path.join(parentPath, called))).includes('What helps')).toBe(false)
  }
})

test('SR-386: what nobody goes on with is removed after its time, its keys at once and its bytes with the next sweep', async () => {
  const started = await startWithFiles(server, texts)
  const place = await begin(started)
  const { parent } = started
  await sendBytes(as(parent), place, { offset: 0, bytes: letter.subarray(0, 2 * partBytes) })
  await sweepUploads(server.services)
  expect(await askOffset(as(parent), place)).toMatchObject({ offset: 2 * partBytes })
  const before = await server.ownerDatabase.$count(blobs)
  server.clock.moveBy((hoursUnfinished + 1) * 3_600_000)
  expect(await sweepUploads(server.services)).toBeGreaterThanOrEqual(1)
  expect(await server.ownerDatabase.$count(uploads)).toBe(0)
  expect(await server.ownerDatabase.$count(uploadParts)).toBe(0)
  expect(await server.ownerDatabase.$count(blobs)).toBeLessThanOrEqual(before - 2)
  const old = new Date(server.clock.now().getTime() - 48 * 3_600_000)
  const entries = await readdir(server.folder, { recursive: true, withFileTypes: true })
  const left = entries.filter((entry) => entry.isFile())
  for (const entry of left) await utimes(path.join(entry.parentPath, entry.name), old, old)
  const swept = { place: createDiskBlobPlace(server.folder), clock: server.clock }
  expect(await sweepUnknownFiles(server.database, swept)).toBeGreaterThanOrEqual(2)
})

test('SR-386: unfinished uploads of a form take no more room than its files may, and those that rested longest go', async () => {
  const started = await startWithFiles(server, { ...texts, maxBytes: 50 * 1024 * 1024 })
  const size = 50 * 1024 * 1024
  const places: string[] = []
  for (let number = 0; number < 6; number += 1) {
    server.clock.moveBy(1_000)
    places.push(await begin(started, size, `${number}.txt`))
  }
  const found = await Promise.all(
    places.map(async (place) => (await askOffset(as(started.parent), place)).status),
  )
  expect(found).toEqual([404, 200, 200, 200, 200, 200])
})

/** What the sender is told of what did not arrive in full. */
async function unfinishedOf({ parent, submissionId }: Started) {
  return (await server.caller(parent).submissions.getMine({ submissionId })).unfinishedFiles
}

test('SR-562: an upload that did not arrive in full is shown to its sender on every device until its time, and is no file', async () => {
  const started = await startWithFiles(server, { ...texts, required: true })
  const place = await begin(started)
  await sendBytes(as(started.parent), place, { offset: 0, bytes: letter.subarray(0, 2 * partBytes) })
  const elsewhere = { ...started, parent: await buildOtherSession(server, started.parent) }
  const digestOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
  const parts = [0, 1].map((part) => digestOf(letter.subarray(part * partBytes, (part + 1) * partBytes)))
  expect(await unfinishedOf(elsewhere)).toEqual([
    {
      uploadId: place.replace('/uploads/', ''),
      questionId: targetOf(started).split('/').at(-1),
      name,
      size: letter.length,
      arrived: 2 * partBytes,
      arrivedDigest: digestOf(parts.join('')),
      keptUntil: new Date(server.clock.now().getTime() + hoursUnfinished * 3_600_000).toISOString(),
    },
  ])
  expect(await filesOf(elsewhere)).toEqual([])
  expect(await sendStarted(server, started)).toMatchObject({ outcome: 'incomplete' })
  server.clock.moveBy(hoursUnfinished * 3_600_000)
  const later = { ...started, parent: await buildOtherSession(server, started.parent) }
  // Nobody has swept yet.
  expect(await unfinishedOf(later)).toEqual([])
})

test('SR-562: what arrived is removed by its sender alone, and gone when the file comes whole by another way', async () => {
  const started = await startWithFiles(server, texts)
  const { parent, submissionId } = started
  const uploadId = (await begin(started)).replace('/uploads/', '')
  const cancelUpload = (session: BuiltSession, id = uploadId) =>
    server.caller(session).submissions.cancelUpload({ uploadId: id })
  for (const session of [await buildPortalSession(server, 'citizen'), started.officer])
    await expect(cancelUpload(session)).rejects.toMatchObject({ id: 'not-found' })
  const half = await buildPortalSession(server, 'citizen', { secondStep: false })
  await expect(cancelUpload(half)).rejects.toMatchObject({ id: 'second-step-needed' })
  expect(await unfinishedOf(started)).toHaveLength(1)
  await cancelUpload(parent)
  expect(await unfinishedOf(started)).toEqual([])
  await expect(cancelUpload(parent)).rejects.toMatchObject({ id: 'not-found' })

  await begin(started)
  await begin(started, 100, 'another.txt')
  await upload({ server, app }, started, [[name, letter]])
  expect(await unfinishedOf(started)).toMatchObject([{ name: 'another.txt', arrived: 0 }])
  await sendStarted(server, started)
  expect((await server.caller(parent).submissions.getMine({ submissionId })).unfinishedFiles).toEqual([])
})

test.skipIf(process.platform !== 'linux')(
  'SR-563: of an upload that is refused no file stays open on the server',
  async () => {
    const started = await startWithFiles(server, texts)
    const program = Buffer.concat([Buffer.from('MZ\u0090\u0000'), randomBytes(3 * partBytes)])
    const place = await begin(started, program.length, 'letter.txt')
    expect((await sendRest(started, place, { file: program })).outcome).toBe('wrongKind')
    const listOpen = async () => {
      const all = await readdir('/proc/self/fd')
      const files = await Promise.all(all.map((one) => readlink(`/proc/self/fd/${one}`).catch(() => '')))
      return files.filter((file) => file.startsWith(server.folder))
    }
    await expect.poll(listOpen).toEqual([])
  },
)

test('SR-387: once a form is sent nothing is added to it, and an upload that its sender ends is gone', async () => {
  const started = await startWithFiles(server, texts)
  const ended = await begin(started)
  await sendBytes(as(started.parent), ended, { offset: 0, bytes: letter.subarray(0, partBytes) })
  expect((await cancel(as(started.parent), ended)).status).toBe(204)
  expect((await askOffset(as(started.parent), ended)).status).toBe(404)
  const place = await begin(started)
  await sendStarted(server, started)
  expect((await sendRest(started, place)).status).toBe(409)
  expect((await beginUpload(as(started.parent), targetOf(started), { name, size: 10 })).status).toBe(409)
  expect(await filesOf(started)).toEqual([])
})

test('SR-388: neither the addresses nor the log nor the audit trail hold the name of a file', async () => {
  const lines: string[] = []
  const logStream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString())
      done()
    },
  })
  const logged = await buildServer(server.services, { logLevel: 'info', logStream })
  try {
    const started = await startWithFiles(server, texts)
    const sender = { server, app: logged, session: started.parent }
    const begun = await beginUpload(sender, targetOf(started), { name, size: letter.length })
    await sendBytes(sender, begun.place, { offset: 7, bytes: letter })
    await sendBytes(sender, begun.place, { offset: 0, bytes: letter })
    expect(begun.place).toMatch(/^\/uploads\/[0-9a-f-]{36}$/)
  } finally {
    await logged.close()
  }
  expect(lines.length).toBeGreaterThan(2)
  const secret = [name, 'Mia', Buffer.from(name).toString('base64')]
  for (const word of secret) expect(lines.join('')).not.toContain(word)
  const events = await server.ownerDatabase.select().from(auditEvents)
  expect(events.map(({ action }) => action)).toContain('submissions.beginUpload')
  for (const word of secret) expect(JSON.stringify(events)).not.toContain(word)
})
