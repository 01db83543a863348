import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
const day = 24 * 60 * 60 * 1000

// The clock stands at 2 March 2026, 9:00 in London.
beforeAll(async () => {
  server = await createTestServer()
})
// A session of its own for each: the clock moves by days.
beforeEach(async () => {
  officer = await buildStaffSession(server, ['formBuilder'], { name: 'Jo Carter' })
})
afterAll(() => server.close())

type More = Partial<Parameters<ReturnType<TestServer['caller']>['forms']['publish']>[0]>

async function publish(more: More = {}): Promise<{ formId: string; outcome: string }> {
  const formId = more.formId ?? newId()
  const definition = buildForm({ code: `FORM-${formId.slice(-8).toUpperCase()}` })
  const input = { idempotencyKey: newId(), formId, baseVersion: null, definition, live: true, ...more }
  const { outcome } = await server.caller(officer).forms.publish(await withPassedCheck(input))
  return { formId, outcome }
}

function setDates(session: BuiltSession, formId: string, liveFrom: string | null, liveUntil: string | null) {
  return server.caller(session).forms.setLiveDates({ formId, dates: { liveFrom, liveUntil } })
}

async function mayStart(formId: string): Promise<boolean> {
  const parent = server.caller(await buildPortalSession(server, 'citizen'))
  const { forms } = await parent.forms.listAvailable()
  const started = await parent.submissions
    .start({ idempotencyKey: newId(), formId })
    .then(() => true)
    .catch(() => false)
  expect(forms.some((form) => form.formId === formId)).toBe(started)
  return started
}

test('who may not design forms neither sets dates nor reads the versions, and who may look sets none', async () => {
  const { formId } = await publish()
  for (const stranger of [
    await buildStaffSession(server, ['people']),
    await buildPortalSession(server, 'citizen'),
  ]) {
    await expect(setDates(stranger, formId, null, null)).rejects.toMatchObject({ id: 'not-allowed' })
    const reading = server.caller(stranger).forms.listVersions({ formId })
    await expect(reading).rejects.toMatchObject({ id: 'not-allowed' })
  }
  const reader = await buildStaffSession(server, ['formBuilder.read'])
  await expect(setDates(reader, formId, null, null)).rejects.toMatchObject({ id: 'not-allowed' })
  expect((await server.caller(reader).forms.listVersions({ formId })).versions).toHaveLength(1)
})

test('dates in the wrong order, of no day or of no form are refused', async () => {
  const { formId } = await publish()
  for (const [from, until] of [
    ['2026-03-02', '2026-03-01'],
    ['2026-02-30', null],
    ['tomorrow', null],
  ] as const) {
    await expect(setDates(officer, formId, from, until)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  }
  await expect(setDates(officer, newId(), null, null)).rejects.toMatchObject({ id: 'not-found' })
})

test('a form is started from its first to its last day in London, and whoever began it then may finish', async () => {
  const { formId } = await publish({ dates: { liveFrom: '2026-03-03', liveUntil: '2026-03-04' } })
  const begun: boolean[] = []
  begun.push(await mayStart(formId))
  server.clock.moveBy(15 * 60 * 60 * 1000 - 1)
  begun.push(await mayStart(formId))
  server.clock.moveBy(1)
  begun.push(await mayStart(formId))
  const early = server.caller(await buildPortalSession(server, 'citizen'))
  const { submissionId } = await early.submissions.start({ idempotencyKey: newId(), formId })
  server.clock.moveBy(2 * day - 1)
  begun.push(await mayStart(formId))
  server.clock.moveBy(1)
  begun.push(await mayStart(formId))
  expect(begun).toEqual([false, false, true, true, false])
  const late = server.caller(await buildPortalSession(server, 'citizen'))
  await expect(late.submissions.getMine({ submissionId })).rejects.toMatchObject({ id: 'not-found' })
  officer = await buildStaffSession(server, ['formBuilder'])
  const listed = (await server.caller(officer).forms.list()).forms.find((form) => form.formId === formId)
  expect(listed).toMatchObject({ live: true, liveState: 'ended', liveUntil: '2026-03-04' })
})

test('the dates are changed after publishing, which leaves a line with what they were', async () => {
  const { formId } = await publish()
  expect(await mayStart(formId)).toBe(true)
  await setDates(officer, formId, '2030-01-01', null)
  expect(await mayStart(formId)).toBe(false)
  await setDates(officer, formId, null, null)
  expect(await mayStart(formId)).toBe(true)
  const lines = await server.ownerDatabase.execute(
    sql`select details from audit_events where action = 'forms.setLiveDates' and object_id = ${formId} order by id`,
  )
  expect([...lines].map(({ details }) => details)).toEqual([
    { liveFrom: '2030-01-01', liveUntil: null, before: { liveFrom: null, liveUntil: null } },
    { liveFrom: null, liveUntil: null, before: { liveFrom: '2030-01-01', liveUntil: null } },
  ])
})

test('the next version keeps the dates unless it brings others', async () => {
  const { formId } = await publish({ dates: { liveFrom: null, liveUntil: '2031-01-01' } })
  const [form] = (await server.caller(officer).forms.list()).forms.filter((one) => one.formId === formId)
  expect(form?.liveUntil).toBe('2031-01-01')
  await publish({ formId, baseVersion: 1 })
  const [kept] = (await server.caller(officer).forms.list()).forms.filter((one) => one.formId === formId)
  expect(kept?.liveUntil).toBe('2031-01-01')
})

test('an internal form is on no portal, and of its versions the one in effect is current', async () => {
  const formId = newId()
  const code = `FORM-${formId.slice(-8).toUpperCase()}`
  const definition = buildForm({ code, family: 'internal' })
  await publish({ formId, definition })
  await publish({ formId, definition, baseVersion: 1, effectiveFrom: '2030-09-01' })
  await publish({ formId, definition, baseVersion: 2, effectiveFrom: '2030-09-01' })
  expect(await mayStart(formId)).toBe(false)
  const [listed] = (await server.caller(officer).forms.list()).forms.filter((one) => one.formId === formId)
  expect(listed).toMatchObject({ family: 'internal', live: false })
  expect(listed?.versions.map(({ effective }) => effective?.state)).toEqual(['current', 'previous', 'future'])
})

test('a published form stays in its family', async () => {
  const { formId } = await publish()
  const code = `FORM-${formId.slice(-8).toUpperCase()}`
  const definition = buildForm({ code, family: 'internal' })
  expect((await publish({ formId, definition, baseVersion: 1 })).outcome).toBe('refused')
})

test('the history says of each version who, when and what changed in one line', async () => {
  const { formId } = await publish()
  const definition = buildForm({ code: `FORM-${formId.slice(-8).toUpperCase()}`, title: { en: 'Anew' } })
  await publish({ formId, baseVersion: 1, definition })
  const { versions } = await server.caller(officer).forms.listVersions({ formId })
  expect(versions).toMatchObject([
    { number: 2, publishedBy: 'Jo Carter', changes: expect.stringContaining('1 text changed') },
    { number: 1, publishedBy: 'Jo Carter', changes: null },
  ])
  await expect(server.caller(officer).forms.listVersions({ formId: newId() })).rejects.toMatchObject({
    id: 'not-found',
  })
})
