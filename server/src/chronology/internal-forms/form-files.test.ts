import { and, eq, sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Answers } from '@send/shared/forms/answers'
import { usualFileSettings } from '@send/shared/submissions/file-settings'
import { buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId, newQuestionId } from '@send/shared/values/ids'
import { auditEvents } from '../../audit/tables.ts'
import { createClamdScanner } from '../../files/clamd-scanner.ts'
import { hasClamd, startEmbeddedClamd, type EmbeddedClamd } from '../../files/embedded-clamd.ts'
import { createProvenScanner, testSignature } from '../../files/proven-scanner.ts'
import { buildServer } from '../../host.ts'
import { askForScans } from '../../submissions/ask-for-scans.ts'
import { buildInternalForm, buildPerson, listOf } from '../../testing/build-internal-form.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { headersOf, multipartOf } from '../../testing/build-upload.ts'
import { photograph, placeCanary } from '../../testing/hostile-files/build-picture.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let app: FastifyInstance
let jo: BuiltSession
let reader: BuiltSession
let stranger: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  app = await buildServer(server.services)
  const may = ['completeForms', 'chronology', 'people'] as const
  jo = await buildStaffSession(server, [...may], { name: 'Jo Carter' })
  reader = await buildStaffSession(server, [...may], { name: 'Reader' })
  stranger = await buildStaffSession(server, [...may], { name: 'Stranger' })
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

const held = buildQuestion('yesNo', { wording: { en: 'Was the meeting held?' } })
const letters = buildQuestion('file', { types: ['text', 'jpeg'], maxFiles: 2, required: true })
const minutes = buildQuestion('file', {
  types: ['text'],
  required: false,
  showIf: { kind: 'equals', of: { from: 'answer', questionId: held.id }, value: 'yes' },
})

/** A form of staff with two file questions, begun on a person; the reader may read it only. */
async function begun() {
  const accessList = listOf([jo.userId, 'read', 'write', 'delete', 'administer'], [reader.userId, 'read'])
  const versions = [{ pages: [buildPage([held, letters, minutes])], effectiveFrom: '2026-01-01' }]
  const { formId } = await buildInternalForm(server, { by: jo.userId, accessList, versions })
  const personId = await buildPerson(server)
  const started = await forms().start({ idempotencyKey: newId(), formId, personId })
  await typed(started.internalFormId, { [held.id]: 'yes' })
  return { ...started, personId }
}

function forms(session = jo) {
  return server.caller(session).internalForms
}

async function typed(internalFormId: string, answers: Answers): Promise<void> {
  const { revision } = await forms().get({ internalFormId })
  await forms().save({ internalFormId, revision, windowId: newId(), saveNumber: 1, answers })
}

type File = readonly [name: string, content: Buffer | string]

async function send(
  internalFormId: string,
  files: readonly File[],
  { session = jo, questionId = letters.id } = {},
) {
  const { payload, headers } = multipartOf(files)
  const url = `/internal-forms/${internalFormId}/files/${questionId}`
  const response = await app.inject({
    method: 'POST',
    url,
    headers: { ...headers, ...headersOf(server, session) },
    payload,
  })
  const { files: taken = [], refused = [] } = response.json<{
    files?: { fileId: string }[]
    refused?: { name: string; reason: string }[]
  }>()
  return { status: response.statusCode, fileIds: taken.map(({ fileId }) => fileId), refused }
}

async function attached(
  internalFormId: string,
  file: File = report,
  questionId = letters.id,
): Promise<string> {
  const { fileIds } = await send(internalFormId, [file], { questionId })
  if (!fileIds[0]) throw new Error('The file was not taken')
  return fileIds[0]
}

async function open(fileId: string, session = jo) {
  const { statusCode, rawPayload } = await app.inject({
    url: `/files/${fileId}`,
    headers: headersOf(server, session),
  })
  return { status: statusCode, bytes: rawPayload }
}

async function finish(internalFormId: string, fileIds: string[]) {
  const { revision } = await forms().get({ internalFormId })
  return forms().complete({ idempotencyKey: newId(), internalFormId, revision, fileIds })
}

async function completed(internalFormId: string, fileIds: string[]): Promise<string> {
  const done = await finish(internalFormId, fileIds)
  if (done.outcome !== 'completed') throw new Error(done.outcome)
  return done.entryId
}

async function countBlobs(): Promise<number> {
  const [row] = await server.ownerDatabase.execute<{ count: number }>(
    sql`select count(*)::int as count from blobs`,
  )
  return row?.count ?? -1
}

async function letStaffOpen(staffOpenUnscanned: boolean): Promise<void> {
  const { files } = server.caller(await buildStaffSession(server, ['portalAdministration']))
  const { hasScanner: _, ...before } = await files.getSettings()
  await files.setSettings({ before, after: { ...usualFileSettings, staffOpenUnscanned } })
}

test('SR-420: who may not write the form attaches, describes and removes nothing, and who may not read it opens nothing', async () => {
  const { internalFormId } = await begun()
  const fileId = await attached(internalFormId)
  const missing = { id: 'not-found' }
  for (const session of [reader, stranger]) {
    expect(await send(internalFormId, [report], { session })).toMatchObject({ status: 404, fileIds: [] })
    const about = { internalFormId, fileId }
    await expect(forms(session).describeFile({ ...about, description: 'Mine' })).rejects.toMatchObject(
      missing,
    )
    await expect(forms(session).removeFile(about)).rejects.toMatchObject(missing)
  }
  await expect(forms(stranger).listFiles({ internalFormId })).rejects.toMatchObject(missing)
  expect((await forms(reader).listFiles({ internalFormId })).files).toHaveLength(1)
  const unskilled = await buildStaffSession(server, ['chronology', 'people'])
  const parent = await buildPortalSession(server, 'citizen')
  for (const session of [unskilled, parent])
    expect(await send(internalFormId, [report], { session })).toMatchObject({ status: 403, fileIds: [] })
  await letStaffOpen(true)
  for (const session of [stranger, unskilled, parent]) expect((await open(fileId, session)).status).toBe(404)
  for (const session of [jo, reader]) expect((await open(fileId, session)).status).toBe(200)
  await letStaffOpen(false)
  expect((await open(fileId)).status).toBe(409)
})

test('SR-422: a file goes only to a file question of its own form while that is unfinished, and is taken off none but its own', async () => {
  const [{ internalFormId }, other] = [await begun(), await begun()]
  const fileId = await attached(internalFormId)
  for (const questionId of [held.id, newQuestionId()])
    expect((await send(internalFormId, [report], { questionId })).status).toBe(404)
  const elsewhere = { internalFormId: other.internalFormId, fileId }
  await expect(forms().removeFile(elsewhere)).rejects.toMatchObject({ id: 'not-found' })
  await completed(internalFormId, [fileId])
  expect((await send(internalFormId, [report])).status).toBe(409)
  await expect(forms().removeFile({ internalFormId, fileId })).rejects.toMatchObject({ id: 'conflict' })
  await expect(forms().listFiles({ internalFormId })).rejects.toMatchObject({ id: 'conflict' })
})

test('SR-423: content decides, a picture is written anew, too many are refused, and each says why', async () => {
  const { internalFormId } = await begun()
  const picture = await photograph('jpeg')
  const { fileIds, refused } = await send(internalFormId, [
    ['programme.txt', Buffer.from([0x4d, 0x5a, 0, 0, 1])],
    ['photo.txt', picture],
    ['photo.jpg', picture],
    report,
    ['third.txt', 'One too many'],
  ])
  expect(refused).toEqual([
    { name: 'programme.txt', reason: 'wrongKind' },
    { name: 'photo.txt', reason: 'notWhatItSays' },
    { name: 'third.txt', reason: 'tooMany' },
  ])
  await letStaffOpen(true)
  const { bytes } = await open(fileIds[0] ?? '')
  expect(bytes.includes(placeCanary)).toBe(false)
  expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  await letStaffOpen(false)
})

test('SR-424: a file sent again because no answer came is there once, and every change leaves its line with the person', async () => {
  const { internalFormId, personId } = await begun()
  const fileId = await attached(internalFormId)
  expect((await send(internalFormId, [report])).fileIds).toEqual([fileId])
  await forms().describeFile({ internalFormId, fileId, description: ' From the school ' })
  expect((await forms().listFiles({ internalFormId })).files).toMatchObject([
    { fileId, name: 'report.txt', description: 'From the school', state: 'notScanned', counts: true },
  ])
  await forms().removeFile({ internalFormId, fileId })
  expect((await forms().listFiles({ internalFormId })).files).toEqual([])
  const lines = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.objectId, fileId), eq(auditEvents.personId, personId)))
    .orderBy(auditEvents.id)
  const about = ['attachFile', 'attachFile', 'describeFile', 'removeFile']
  expect(lines.map(({ action }) => action)).toEqual(about.map((verb) => `internalForms.${verb}`))
  expect(JSON.stringify(lines)).not.toMatch(/report\.txt|From the school/)
})

test('a form whose file is missing is incomplete; completed, it has its files on the chronology and opens for its readers', async () => {
  const { internalFormId } = await begun()
  expect(await finish(internalFormId, [])).toMatchObject({
    outcome: 'incomplete',
    problems: [{ questionId: letters.id }],
  })
  const fileId = await attached(internalFormId)
  const entryId = await completed(internalFormId, [fileId])
  const entry = await server.caller(reader).chronology.getEntry({ entryId })
  expect(entry.answers[letters.id]).toEqual({ fileIds: [fileId] })
  expect(entry.files).toMatchObject([{ fileId, name: 'report.txt', state: 'notScanned', counts: true }])
  await letStaffOpen(true)
  expect((await open(fileId, reader)).bytes.toString()).toBe(report[1])
  expect((await open(fileId, stranger)).status).toBe(404)
  await letStaffOpen(false)
})

test('SR-425: who has not seen the files as they are does not complete the form', async () => {
  const { internalFormId } = await begun()
  const first = await attached(internalFormId)
  const second = await attached(internalFormId, ['other.txt', 'More.'])
  for (const seen of [[], [first], [first, newId()], [first, second, newId()]])
    expect(await finish(internalFormId, seen)).toEqual({ outcome: 'filesChanged' })
  expect(await finish(internalFormId, [second, first])).toMatchObject({ outcome: 'completed' })
})

test('a file of a question that the answers hid goes when the form is completed, and leaves a line', async () => {
  const { internalFormId } = await begun()
  const shown = await attached(internalFormId)
  const hidden = await attached(internalFormId, ['minutes.txt', 'Minutes.'], minutes.id)
  await typed(internalFormId, { [held.id]: 'no' })
  const before = await countBlobs()
  const entryId = await completed(internalFormId, [shown, hidden])
  const { files } = await server.caller(jo).chronology.getEntry({ entryId })
  expect(files.map(({ fileId }) => fileId)).toEqual([shown])
  expect(await countBlobs()).toBe(before - 1)
  const lines = await server.ownerDatabase.select().from(auditEvents).where(eq(auditEvents.objectId, hidden))
  expect(lines.map(({ action }) => action)).toContain('internalForms.removeFile')
})

test('SR-426: discarding a form removes its files for good', async () => {
  const { internalFormId } = await begun()
  const before = await countBlobs()
  const fileId = await attached(internalFormId)
  await forms().discard({ idempotencyKey: newId(), internalFormId })
  expect(await countBlobs()).toBe(before)
  expect((await open(fileId)).status).toBe(404)
})

test('SR-427: an amendment begins with the files; what is done to them there leaves those of the completed form as they are', async () => {
  const { internalFormId, personId } = await begun()
  const fileId = await attached(internalFormId)
  await forms().describeFile({ internalFormId, fileId, description: 'As it was' })
  const entryId = await completed(internalFormId, [fileId])
  const before = await countBlobs()
  const amend = () => forms().amend({ idempotencyKey: newId(), entryId, reason: 'A letter was missing' })
  const discarded = await amend()
  await forms().discard({ idempotencyKey: newId(), internalFormId: discarded.internalFormId })
  const { internalFormId: amending } = await amend()
  const { files } = await forms().listFiles({ internalFormId: amending })
  expect(files).toMatchObject([{ name: 'report.txt', description: 'As it was', counts: true }])
  const [carried] = files
  if (!carried) throw new Error('The file was carried over')
  expect(carried.fileId).not.toBe(fileId)
  const about = { internalFormId: amending, fileId: carried.fileId }
  await forms().describeFile({ ...about, description: 'Changed' })
  await forms().removeFile(about)
  const entry = await server.caller(reader).chronology.getEntry({ entryId })
  expect(entry.files).toMatchObject([{ fileId, description: 'As it was' }])
  await letStaffOpen(true)
  expect((await open(fileId)).bytes.toString()).toBe(report[1])
  expect((await open(carried.fileId)).status).toBe(404)
  await letStaffOpen(false)
  expect(await countBlobs()).toBe(before)
  expect((await server.caller(jo).chronology.list({ personId })).entries).toHaveLength(1)
})

describe.skipIf(!hasClamd())('with a real clamd', () => {
  let clamd: EmbeddedClamd
  beforeAll(async () => {
    clamd = await startEmbeddedClamd()
  })
  afterAll(() => clamd.stop())

  const scanner = () => createProvenScanner(createClamdScanner({ url: clamd.url }), server.clock)

  test('SR-428: a form is completed only when its files are checked; until then nobody opens them', async () => {
    server.services.scanner = scanner()
    const { internalFormId } = await begun()
    const fileId = await attached(internalFormId)
    expect((await open(fileId)).status).toBe(409)
    expect(await finish(internalFormId, [fileId])).toEqual({ outcome: 'filesChecking' })
    await server.runJobs()
    expect((await open(fileId)).bytes.toString()).toBe(report[1])
    const entryId = await completed(internalFormId, [fileId])
    expect((await server.caller(reader).chronology.getEntry({ entryId })).files).toMatchObject([
      { state: 'clean', mayOpen: true },
    ])
  })

  test('SR-428: an infected file is refused with its reason, is no answer, and stays named on the completed form', async () => {
    server.services.scanner = scanner()
    const { internalFormId } = await begun()
    const mails = server.mailbox.length
    const bad = await attached(internalFormId, infected)
    await server.runJobs()
    expect((await forms().listFiles({ internalFormId })).files).toMatchObject([
      { fileId: bad, state: 'refused', refusal: 'malware', mayOpen: false, counts: false },
    ])
    expect((await open(bad)).status).toBe(409)
    expect(server.mailbox).toHaveLength(mails)
    expect(await finish(internalFormId, [bad])).toEqual({ outcome: 'filesChanged' })
    expect(await finish(internalFormId, [])).toMatchObject({ outcome: 'incomplete' })
    const good = await attached(internalFormId)
    await server.runJobs()
    const entryId = await completed(internalFormId, [good])
    const entry = await server.caller(reader).chronology.getEntry({ entryId })
    expect(entry.answers[letters.id]).toEqual({ fileIds: [good] })
    expect(entry.files).toMatchObject([
      { fileId: bad, name: 'notes.txt', state: 'refused', refusal: 'malware', counts: false },
      { fileId: good, state: 'clean' },
    ])
  })

  test('SR-429: a verdict on bytes counts for the completed form and for its amendment', async () => {
    const { internalFormId } = await begun()
    const fileId = await attached(internalFormId, infected)
    const entryId = await completed(internalFormId, [fileId])
    const { internalFormId: amending } = await forms().amend({
      idempotencyKey: newId(),
      entryId,
      reason: 'A letter was missing',
    })
    const before = await countBlobs()
    server.services.scanner = scanner()
    expect(await askForScans(server.services)).toBeGreaterThanOrEqual(2)
    await server.runJobs()
    const entry = await server.caller(jo).chronology.getEntry({ entryId })
    const { files } = await forms().listFiles({ internalFormId: amending })
    for (const [file] of [entry.files, files])
      expect(file).toMatchObject({ state: 'refused', refusal: 'malware' })
    expect(await countBlobs()).toBe(before - 1)
  })
})
