import { usualKeepingPeriods } from '@send/shared/submissions/keeping-periods'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { users } from '../accounts/tables.ts'
import { auditEvents } from '../audit/tables.ts'
import { blobs } from '../files/tables.ts'
import { buildServer } from '../host.ts'
import {
  buildOtherSession,
  buildPortalSession,
  buildStaffSession,
  type BuiltSession,
} from '../testing/build-sessions.ts'
import { multipart } from '../testing/access-matrix/world.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { beginUpload, sendBytes } from '../testing/tus-upload.ts'
import { answers, submissionFiles, submissions } from './tables.ts'
import { uploadParts, uploads } from './uploads/tables.ts'

const day = 86_400_000
const child = buildQuestion('childDetails')
const hopes = buildQuestion('longText')
const page = buildPage([child, hopes])
const amira = {
  givenNames: 'Zyxcanary',
  familyName: 'Khan',
  dateOfBirth: { day: '4', month: '9', year: '2018' },
  sex: '' as const,
  postcode: '',
  upn: '',
}

let server: TestServer
let staff: BuiltSession
let parent: BuiltSession
let formId: string
let submissionId: string

beforeEach(async () => {
  server = await createTestServer()
  staff = await buildStaffSession(server, ['formBuilder', 'portalAdministration'])
  formId = newId()
  const definition = buildForm({ title: { en: 'Your views' }, pages: [page] })
  const publication = { idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }
  await server.caller(staff).forms.publish(await withPassedCheck(publication))
  parent = await buildPortalSession(server, 'citizen')
  submissionId = (await server.caller(parent).submissions.start({ idempotencyKey: newId(), formId }))
    .submissionId
  await save()
})
afterEach(() => server.close())

/** The owner, who signs in anew: sessions end while the clock moves. */
async function owner() {
  return server.caller(await buildOtherSession(server, parent)).submissions
}

async function save() {
  const typed = { [child.id]: amira, [hopes.id]: 'A quiet room.' }
  return (await owner()).savePage({ submissionId, pageId: page.id, answers: typed })
}

/** The hourly job, and whatever it asks for. */
async function runHourly(): Promise<void> {
  const job = { queue: 'end-resting-forms', data: {} } as const
  await server.database.transaction((tx) => server.services.jobs.enqueue(tx, job))
  await server.runJobs()
}

async function afterDays(days: number): Promise<void> {
  server.clock.moveBy(days * day)
  await runHourly()
}

async function isKept(): Promise<boolean> {
  const { submissions: own } = await (await owner()).listMine({})
  return own.some((form) => form.submissionId === submissionId)
}

async function keptUntil(): Promise<string | null> {
  return (await (await owner()).getMine({ submissionId })).keptUntil
}

function eventsOf(action: string) {
  return server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, action), eq(auditEvents.objectId, submissionId)))
}

/** What is left in the database of the form, and of all forms. */
async function left() {
  const { ownerDatabase: database } = server
  const rows = await database.select().from(answers).where(eq(answers.submissionId, submissionId))
  const files = await database
    .select()
    .from(submissionFiles)
    .where(eq(submissionFiles.submissionId, submissionId))
  const all = await database.select().from(submissions)
  return { rows: rows.length, files: files.length, ids: all.map(({ id }) => id) }
}

const reminders = () => server.mailbox.filter(({ subject }) => /will be deleted|dileu/.test(subject))

test('who does not administer the portals neither reads nor changes for how long forms are kept', async () => {
  const change = { before: usualKeepingPeriods, after: { keepDays: 30, remindDays: 7 } }
  const officer = await buildStaffSession(server, ['manageIncomingForms'])
  const looking = await buildStaffSession(server, ['portalAdministration.read'])
  for (const session of [officer, parent]) {
    const { submissions: room } = server.caller(session)
    await expect(room.getKeepingPeriods({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(room.setKeepingPeriods(change)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  }
  const { submissions: room } = server.caller(looking)
  expect(await room.getKeepingPeriods({})).toEqual({ keepDays: 90, remindDays: 14 })
  await expect(room.setKeepingPeriods(change)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('periods that make no sense, or that a colleague changed meanwhile, are refused', async () => {
  const { submissions: room } = server.caller(staff)
  const before = usualKeepingPeriods
  for (const after of [
    { keepDays: 13, remindDays: 1 },
    { keepDays: 14, remindDays: 14 },
    { keepDays: 1097, remindDays: 14 },
    { keepDays: 90, remindDays: 0 },
  ])
    await expect(room.setKeepingPeriods({ before, after })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const after = { keepDays: 30, remindDays: 7 }
  await room.setKeepingPeriods({ before, after })
  await expect(room.setKeepingPeriods({ before, after })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await room.getKeepingPeriods({})).toEqual(after)
})

test('SR-403: a form that nobody goes on with is there to the last day that was told, and gone the day after', async () => {
  expect(await keptUntil()).toBe('2026-05-31')
  await afterDays(75)
  expect(reminders()).toEqual([])
  await afterDays(1)
  expect(reminders()).toHaveLength(1)
  expect(await keptUntil()).toBe('2026-05-31')
  // The last minute of the last day in London, where the clocks went forward meanwhile.
  server.clock.moveBy(new Date('2026-05-31T22:59:00Z').getTime() - server.clock.now().getTime())
  await runHourly()
  expect(await isKept()).toBe(true)
  server.clock.moveBy(60_000)
  await runHourly()
  expect(await isKept()).toBe(false)
  expect(reminders()).toHaveLength(1)
  const { rows, files } = await left()
  expect(rows + files).toBe(0)
  expect(await eventsOf('submissions.end')).toMatchObject([
    { actorKind: 'system', details: { changedOn: '2026-03-02', files: 0 } },
  ])
  await expect((await owner()).getMine({ submissionId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('SR-404: the reminder says which form, until when and where, in the language of the person, and nothing of the child', async () => {
  await server.ownerDatabase.update(users).set({ language: 'cy' }).where(eq(users.id, parent.userId))
  await afterDays(76)
  const mail = server.mailbox.at(-1)
  expect(mail?.subject).toBe('Bydd eich ffurflen anorffenedig yn cael ei dileu ar ôl 31 Mai 2026')
  expect(mail?.text).toContain('Your views')
  expect(mail?.text).toContain(`http://localhost:3000/submissions/${submissionId}`)
  expect(JSON.stringify(mail)).not.toMatch(/Zyxcanary|Khan|quiet/)
  expect(await eventsOf('submissions.remind')).toHaveLength(1)
})

test('going on with a form keeps it for the whole period again, and the next reminder comes anew', async () => {
  await afterDays(80)
  await save()
  await afterDays(75)
  expect(await isKept()).toBe(true)
  expect(reminders()).toHaveLength(1)
  await afterDays(1)
  expect(reminders()).toHaveLength(2)
})

test('SR-403: nobody’s form ends sooner than they were told, or without being told at all', async () => {
  await afterDays(76)
  const { submissions: room } = server.caller(await buildOtherSession(server, staff))
  await room.setKeepingPeriods({ before: usualKeepingPeriods, after: { keepDays: 14, remindDays: 1 } })
  await afterDays(13)
  expect(await isKept()).toBe(true)
  await afterDays(2)
  expect(await isKept()).toBe(false)

  const other = await (await owner()).start({ idempotencyKey: newId(), formId })
  submissionId = other.submissionId
  // The job was away for a year: who is told only now has the days of the reminder before them.
  server.clock.moveBy(365 * day)
  await runHourly()
  expect(await isKept()).toBe(true)
  await afterDays(1)
  expect(await isKept()).toBe(true)
  await afterDays(1)
  expect(await isKept()).toBe(false)
})

test('a longer period counts at once, and its end is told anew', async () => {
  await afterDays(80)
  const { submissions: room } = server.caller(await buildOtherSession(server, staff))
  await room.setKeepingPeriods({ before: usualKeepingPeriods, after: { keepDays: 120, remindDays: 14 } })
  await afterDays(25)
  expect([await isKept(), reminders().length]).toEqual([true, 1])
  await afterDays(1)
  expect([await isKept(), reminders().length]).toEqual([true, 2])
  await afterDays(15)
  expect(await isKept()).toBe(false)
})

test('SR-568: the form of a closed account ends without a reminder, and one that was sent never does', async () => {
  const sent = await (await owner()).start({ idempotencyKey: newId(), formId })
  const typed = { [child.id]: amira, [hopes.id]: 'A quiet room.' }
  await (await owner()).savePage({ submissionId: sent.submissionId, pageId: page.id, answers: typed })
  await (await owner()).submit({ idempotencyKey: newId(), submissionId: sent.submissionId })
  await server.ownerDatabase
    .update(users)
    .set({ closedAt: server.clock.now() })
    .where(eq(users.id, parent.userId))
  await afterDays(90)
  expect((await left()).ids).toEqual(expect.arrayContaining([submissionId, sent.submissionId]))
  await afterDays(1)
  expect((await left()).ids).toEqual([sent.submissionId])
  expect(reminders()).toEqual([])
})

test('a file that hangs on the form goes with it, also one that came half, and can never be read again', async () => {
  const question = buildQuestion('file', { required: false })
  const definition = buildForm({ code: 'WITH-FILE', pages: [page, buildPage([question])] })
  const withFile = { idempotencyKey: newId(), formId: newId(), baseVersion: null, definition, live: true }
  await server.caller(staff).forms.publish(await withPassedCheck(withFile))
  const started = await (await owner()).start({ idempotencyKey: newId(), formId: withFile.formId })
  submissionId = started.submissionId
  const app = await buildServer(server.services)
  const { payload, headers } = multipart('report.pdf')
  const { token } = await buildOtherSession(server, parent)
  const proof = { 'x-send-service': server.services.portal.serviceSecret, 'x-send-face': 'citizen' }
  const url = `/files/${submissionId}/${question.id}`
  await app.inject({
    method: 'POST',
    url,
    headers: { ...headers, ...proof, authorization: `Bearer ${token}` },
    payload,
  })
  const sender = { server, app, session: await buildOtherSession(server, parent) }
  const letter = { name: 'letter.pdf', size: 400_000 }
  const { place } = await beginUpload(sender, `${submissionId}/${question.id}`, letter)
  await sendBytes(sender, place, { offset: 0, bytes: Buffer.alloc(300_000, 'a') })
  await app.close()
  expect((await left()).files).toBe(1)
  expect(await server.ownerDatabase.$count(uploadParts)).toBe(1)
  await afterDays(76)
  await afterDays(15)
  expect((await left()).files).toBe(0)
  expect(await eventsOf('submissions.end')).toMatchObject([{ details: { files: 1 } }])
  for (const table of [uploads, uploadParts, blobs]) expect(await server.ownerDatabase.$count(table)).toBe(0)
})
