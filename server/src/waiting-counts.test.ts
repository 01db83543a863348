import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { buildPortalSession, buildStaffSession } from './testing/build-sessions.ts'
import { createTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

async function countAuditLines(): Promise<number> {
  const rows = await server.ownerDatabase.execute<{ lines: string }>(
    sql`select count(*) as lines from audit_events`,
  )
  return Number(rows[0]?.lines)
}

test('who may not work on a queue is not told how much waits in it', async () => {
  const nobody = server.caller(await buildStaffSession(server, ['people', 'chronology']))
  const refused = { code: 'FORBIDDEN' }
  await expect(nobody.suspense.countWaiting()).rejects.toMatchObject(refused)
  await expect(nobody.chronology.countIncoming()).rejects.toMatchObject(refused)
})

test('the counts are those of the lists, go down when the work is done, and read no record', async () => {
  const session = await buildStaffSession(server, ['formBuilder', 'matching', 'manageIncomingForms'])
  const officer = server.caller(session)
  expect(await officer.suspense.countWaiting()).toEqual({ waiting: 0 })
  expect(await officer.chronology.countIncoming()).toEqual({ waiting: 0 })

  const details = buildQuestion('childDetails')
  const page = buildPage([details])
  const allow = {
    effect: 'allow' as const,
    subject: { kind: 'group' as const, id: session.groupIds[0] ?? '' },
    rights: ['read' as const],
  }
  const definition = buildForm({ pages: [page], accessList: { entries: [allow] } })
  const formId = newId()
  await officer.forms.publish(
    await withPassedCheck({ idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }),
  )
  const parent = server.caller(await buildPortalSession(server, 'citizen'))
  const { submissionId } = await parent.submissions.start({ idempotencyKey: newId(), formId })
  const dateOfBirth = { day: '4', month: '9', year: '2018' }
  const child = {
    givenNames: 'Cai',
    familyName: 'Rees',
    dateOfBirth,
    sex: '' as const,
    postcode: '',
    upn: '',
  }
  await parent.submissions.savePage({ submissionId, pageId: page.id, answers: { [details.id]: child } })
  await parent.submissions.submit({ idempotencyKey: newId(), submissionId })
  await server.runJobs()

  const linesBefore = await countAuditLines()
  expect(await officer.suspense.countWaiting()).toEqual({ waiting: 1 })
  expect(await officer.chronology.countIncoming()).toEqual({ waiting: 1 })
  expect(await countAuditLines()).toBe(linesBefore)

  const { items } = await officer.suspense.list()
  const { incomingChildId = '', version = 0 } = items[0] ?? {}
  await officer.suspense.addAsNew({ idempotencyKey: newId(), incomingChildId, version })
  expect(await officer.suspense.countWaiting()).toEqual({ waiting: 0 })
  const incoming = await officer.chronology.getIncoming({ submissionId })
  await officer.chronology.approve({ idempotencyKey: newId(), submissionId, version: incoming.version })
  expect(await officer.chronology.countIncoming()).toEqual({ waiting: 0 })
})
