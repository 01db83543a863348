import type { FastifyInstance } from 'fastify'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { usualFileSettings } from '@send/shared/submissions/file-settings'
import { createClamdScanner } from '../files/clamd-scanner.ts'
import { hasClamd, startEmbeddedClamd, type EmbeddedClamd } from '../files/embedded-clamd.ts'
import { createProvenScanner, testSignature } from '../files/proven-scanner.ts'
import type { Scanner } from '../files/scanner.ts'
import { buildServer } from '../host.ts'
import { buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { headersOf, sendStarted, startWithFiles, upload } from '../testing/build-upload.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { askForScans } from './ask-for-scans.ts'

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
afterEach(() => {
  server.services.scanner = null
})

const report = ['report.txt', 'What helps at school.'] as const
const infected = ['notes.txt', testSignature] as const

/** A scanner at an address where nothing listens. */
const downScanner: Scanner = createClamdScanner({ url: 'unix:/nowhere/clamd.sock' })

async function open(session: BuiltSession, fileId: string) {
  const { statusCode, body } = await app.inject({
    url: `/files/${fileId}`,
    headers: headersOf(server, session),
  })
  return { statusCode, body }
}

async function attached(
  started: Awaited<ReturnType<typeof startWithFiles>>,
  file: typeof report | typeof infected,
) {
  const { files } = await upload({ server, app }, started, [file])
  if (!files[0]) throw new Error('The file was not taken')
  return files[0].fileId
}

const textFiles = { types: ['text' as const], required: false }

async function stateOf({ parent, submissionId }: Awaited<ReturnType<typeof startWithFiles>>) {
  const { files } = await server.caller(parent).submissions.getMine({ submissionId })
  return files.map(({ state, refusal, mayOpen, counts }) => ({ state, refusal, mayOpen, counts }))
}

/** Longer than a file waits before it is asked for again; whoever is signed in stays so, because they go on working. */
async function passHalfAnHour(...sessions: BuiltSession[]): Promise<void> {
  for (let quarter = 0; quarter < 3; quarter += 1) {
    server.clock.moveBy(10 * 60_000 + 1)
    for (const session of sessions) await server.caller(session).accounts.me()
  }
}

async function countBlobs(): Promise<number> {
  const [row] = await server.ownerDatabase.execute<{ count: number }>(
    sql`select count(*)::int as count from blobs`,
  )
  return row?.count ?? -1
}

describe.skipIf(!hasClamd())('with a real clamd', () => {
  let clamd: EmbeddedClamd
  beforeAll(async () => {
    clamd = await startEmbeddedClamd()
  })
  afterAll(() => clamd.stop())

  const scanner = () => createProvenScanner(createClamdScanner({ url: clamd.url }), server.clock)

  test('V5.4.3 SR-345: nobody opens a file before it is clean, and afterwards whoever may', async () => {
    server.services.scanner = scanner()
    const started = await startWithFiles(server, textFiles)
    const fileId = await attached(started, report)
    await sendStarted(server, started)
    expect(await stateOf(started)).toMatchObject([{ state: 'checking', mayOpen: false, counts: true }])
    for (const session of [started.parent, started.officer])
      expect(await open(session, fileId)).toMatchObject({
        statusCode: 409,
        body: expect.stringContaining('still being checked'),
      })
    await server.runJobs()
    expect(await stateOf(started)).toMatchObject([{ state: 'clean', mayOpen: true }])
    for (const session of [started.parent, started.officer])
      expect(await open(session, fileId)).toEqual({ statusCode: 200, body: report[1] })
  })

  test('SR-348: an infected file is refused: its bytes go, its sender is told, and the form asks for another', async () => {
    server.services.scanner = scanner()
    const started = await startWithFiles(server, { ...textFiles, required: true, maxFiles: 1 })
    const before = await countBlobs()
    const fileId = await attached(started, infected)
    await server.runJobs()
    expect(await stateOf(started)).toEqual([
      { state: 'refused', refusal: 'malware', mayOpen: false, counts: false },
    ])
    expect(await countBlobs()).toBe(before)
    expect((await open(started.parent, fileId)).statusCode).toBe(409)
    const mail = server.mailbox.at(-1)
    expect(mail).toMatchObject({
      to: started.parent.email,
      subject: 'We could not accept a file you sent us',
    })
    expect(mail?.text).not.toContain('notes')
    expect(await sendStarted(server, started)).toMatchObject({ outcome: 'incomplete' })
    // Of one file that may be added the refused one is none.
    await attached(started, report)
    await server.runJobs()
    expect(await sendStarted(server, started)).toMatchObject({ outcome: 'received' })
  })

  test('SR-349: a form waits for its files, and one refused after it was sent stays named with its reason', async () => {
    server.services.scanner = scanner()
    const started = await startWithFiles(server, textFiles)
    await attached(started, infected)
    server.services.scanner = downScanner
    await sendStarted(server, started)
    await expect(server.runJobs()).rejects.toThrow('The scanner gave no verdict')
    const { submissionId, officer } = started
    const caller = server.caller(officer)
    const { items } = await caller.suspense.list()
    const item = items.find(({ givenNames }) => givenNames?.endsWith(submissionId.slice(-6)))
    if (!item) throw new Error('The child waits in suspense')
    const { incomingChildId, version: held } = item
    await caller.suspense.addAsNew({ idempotencyKey: newId(), incomingChildId, version: held })
    const { version } = await caller.chronology.getIncoming({ submissionId })
    const approve = () => caller.chronology.approve({ idempotencyKey: newId(), submissionId, version })
    expect(await approve()).toEqual({ outcome: 'filesChecking' })

    server.services.scanner = scanner()
    await passHalfAnHour(started.parent, officer)
    expect(await askForScans(server.services)).toBe(1)
    await server.runJobs()
    const incoming = await caller.chronology.getIncoming({ submissionId })
    expect(incoming.files).toMatchObject([
      { name: 'notes.txt', state: 'refused', refusal: 'malware', mayOpen: false },
    ])
    expect(server.mailbox.at(-1)?.text).toContain('We have everything else of the form')
    expect(await approve()).toMatchObject({ outcome: 'approved' })
  })

  test('SR-346: files wait while the scanner is down, are asked for again, and are scanned once it is back', async () => {
    server.services.scanner = downScanner
    const started = await startWithFiles(server, textFiles)
    const fileId = await attached(started, report)
    await expect(server.runJobs()).rejects.toThrow('The scanner gave no verdict')
    expect(await askForScans(server.services)).toBe(0)
    await passHalfAnHour(started.parent)
    expect(await askForScans(server.services)).toBe(1)
    await expect(server.runJobs()).rejects.toThrow('The scanner gave no verdict')
    expect(await stateOf(started)).toMatchObject([{ state: 'checking', mayOpen: false }])
    expect((await open(started.parent, fileId)).statusCode).toBe(409)

    server.services.scanner = scanner()
    await passHalfAnHour(started.parent)
    expect(await askForScans(server.services)).toBe(1)
    await server.runJobs()
    expect(await stateOf(started)).toMatchObject([{ state: 'clean', mayOpen: true }])
  })

  test('what came before there was a scanner is scanned when there is one', async () => {
    const started = await startWithFiles(server, textFiles)
    await attached(started, infected)
    expect(await stateOf(started)).toMatchObject([{ state: 'notScanned', mayOpen: true }])
    server.services.scanner = scanner()
    expect(await askForScans(server.services)).toBeGreaterThan(0)
    await server.runJobs()
    expect(await stateOf(started)).toMatchObject([{ state: 'refused', refusal: 'malware' }])
  })

  test('a file taken out while it waits is scanned no more', async () => {
    server.services.scanner = scanner()
    const started = await startWithFiles(server, textFiles)
    const fileId = await attached(started, report)
    const { submissionId } = started
    await server.caller(started.parent).submissions.removeFile({ submissionId, fileId })
    await server.runJobs()
    expect(await stateOf(started)).toEqual([])
  })
})

test('SR-350: where nothing scans, staff open a file only once the authority has settled that they may', async () => {
  const started = await startWithFiles(server, textFiles)
  const fileId = await attached(started, report)
  await sendStarted(server, started)
  expect(await stateOf(started)).toMatchObject([{ state: 'notScanned', mayOpen: true }])
  expect((await open(started.parent, fileId)).statusCode).toBe(200)
  expect(await open(started.officer, fileId)).toMatchObject({
    statusCode: 409,
    body: expect.stringContaining('your authority opens only scanned files'),
  })
  const administrator = await buildStaffSession(server, ['portalAdministration'])
  const { files } = server.caller(administrator)
  const opened = { ...usualFileSettings, staffOpenUnscanned: true }
  await files.setSettings({ before: usualFileSettings, after: opened })
  expect((await open(started.officer, fileId)).statusCode).toBe(200)
  await files.setSettings({ before: opened, after: usualFileSettings })
  expect((await open(started.officer, fileId)).statusCode).toBe(409)
})

test('files that waited for a scanner which was taken away are said to be not scanned', async () => {
  server.services.scanner = downScanner
  const started = await startWithFiles(server, textFiles)
  await attached(started, report)
  server.services.scanner = null
  expect(await askForScans(server.services)).toBe(0)
  expect(await stateOf(started)).toMatchObject([{ state: 'notScanned' }])
})
