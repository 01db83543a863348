import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { buildPortalSession, buildStaffSession, type BuiltSession } from './testing/build-sessions.ts'
import { createTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
let secondOfficer: BuiltSession

const everything = ['formBuilder', 'manageIncomingForms', 'matching', 'people', 'chronology'] as const

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, [...everything], { name: 'Nia Morgan' })
  secondOfficer = await buildStaffSession(server, [...everything], { name: 'Owen Price' })
})
afterAll(() => server.close())

const child = {
  givenNames: 'Mali Grug',
  familyName: 'O’Connor-Hughes',
  dateOfBirth: { day: '4', month: '9', year: '2018' },
  sex: 'female' as const,
  postcode: 'CF10 1AA',
  upn: '',
}
const longAnswer = `${'ab '.repeat(6_660)} 🌈 مرحبا`

let forms = 0

/** A live form that everybody of the officer's group may read once it stands on a chronology. */
async function publishForm() {
  const details = buildQuestion('childDetails')
  const views = buildQuestion('longText')
  const page = buildPage([details, views])
  forms += 1
  const entry = {
    effect: 'allow' as const,
    subject: { kind: 'group' as const, id: officer.groupIds[0] ?? '' },
    rights: ['read' as const],
  }
  const definition = buildForm({ code: `JOURNEY-${forms}`, pages: [page], accessList: { entries: [entry] } })
  const formId = newId()
  const published = await server
    .caller(officer)
    .forms.publish(
      await withPassedCheck({ idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }),
    )
  expect(published).toEqual({ outcome: 'published', version: 1 })
  return { formId, page, details, views }
}

async function startForm() {
  const form = await publishForm()
  const parent = await buildPortalSession(server, 'citizen')
  const caller = server.caller(parent)
  const { submissionId } = await caller.submissions.start({ idempotencyKey: newId(), formId: form.formId })
  return { ...form, parent, caller, submissionId }
}

async function submitForm() {
  const started = await startForm()
  const { caller, submissionId, page, details, views } = started
  const answers = { [details.id]: child, [views.id]: longAnswer }
  await caller.submissions.savePage({ submissionId, pageId: page.id, answers })
  const idempotencyKey = newId()
  const received = await caller.submissions.submit({ idempotencyKey, submissionId })
  if (received.outcome !== 'received') throw new Error(JSON.stringify(received))
  return { ...started, received, idempotencyKey }
}

async function holdForm() {
  const submitted = await submitForm()
  await server.runJobs()
  const { items } = await server.caller(officer).suspense.list()
  const item = items.find(({ reference }) => reference === submitted.received.reference)
  if (!item) throw new Error('The child is not in suspense')
  return { ...submitted, item }
}

async function settleForm() {
  const held = await holdForm()
  const { incomingChildId, version } = held.item
  const settled = await server
    .caller(officer)
    .suspense.addAsNew({ idempotencyKey: newId(), incomingChildId, version })
  if (settled.outcome !== 'settled') throw new Error(settled.outcome)
  const incoming = await server.caller(officer).chronology.getIncoming({ submissionId: held.submissionId })
  return { ...held, personId: settled.personId, incoming }
}

test('a published form becomes a chronology entry that the family can see', async () => {
  const { caller, submissionId, received, personId, incoming, views } = await settleForm()
  expect(received).toMatchObject({ receivedOn: '2026-03-02', decisionDueOn: '2026-04-13' })
  const approval = await server
    .caller(officer)
    .chronology.approve({ idempotencyKey: newId(), submissionId, version: incoming.version })
  if (approval.outcome !== 'approved') throw new Error(approval.outcome)
  expect(approval.involvementId).not.toBeNull()
  const { entries } = await server.caller(officer).chronology.list({ personId })
  expect(entries).toMatchObject([{ entryId: approval.entryId, reference: received.reference }])
  const entry = await server.caller(officer).chronology.getEntry({ entryId: approval.entryId })
  expect(entry.answers[views.id]).toBe(longAnswer)
  const { submissions } = await caller.submissions.listMine()
  expect(submissions).toMatchObject([{ submissionId, status: 'withLa', reference: received.reference }])
})

describe('who may not', () => {
  test('staff without the process are refused in every room', async () => {
    const nobody = server.caller(await buildStaffSession(server, []))
    const refused = { message: 'You are not allowed to do this.' }
    await expect(nobody.forms.list()).rejects.toMatchObject(refused)
    await expect(nobody.people.search({ query: 'Mali' })).rejects.toMatchObject(refused)
    await expect(nobody.suspense.list()).rejects.toMatchObject(refused)
    await expect(nobody.chronology.listIncoming()).rejects.toMatchObject(refused)
    await expect(nobody.chronology.list({ personId: newId() })).rejects.toMatchObject(refused)
  })

  test("another family's form is found no more than one that does not exist", async () => {
    const { submissionId } = await startForm()
    const stranger = server.caller(await buildPortalSession(server, 'citizen'))
    for (const id of [submissionId, newId()]) {
      for (const procedure of ['getMine', 'getMyForm'] as const)
        await expect(stranger.submissions[procedure]({ submissionId: id })).rejects.toMatchObject({
          code: 'NOT_FOUND',
          message: 'This could not be found.',
        })
    }
  })

  test('an entry is not found by staff whom its access list does not name', async () => {
    const { submissionId, incoming, personId } = await settleForm()
    const approval = await server
      .caller(officer)
      .chronology.approve({ idempotencyKey: newId(), submissionId, version: incoming.version })
    if (approval.outcome !== 'approved') throw new Error(approval.outcome)
    const outsider = server.caller(secondOfficer)
    expect(await outsider.chronology.list({ personId })).toEqual({ entries: [] })
    await expect(outsider.chronology.getEntry({ entryId: approval.entryId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('at the same time and again', () => {
  test('submitting twice with one key gives one receipt', async () => {
    const { caller, submissionId, idempotencyKey, received } = await submitForm()
    expect(await caller.submissions.submit({ idempotencyKey, submissionId })).toEqual(received)
  })

  test('a form that was sent is not sent again with another key', async () => {
    const { caller, submissionId } = await submitForm()
    await expect(caller.submissions.submit({ idempotencyKey: newId(), submissionId })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: /already been sent/,
    })
  })

  test('of eight approvals exactly one wins and the others hear by whom', async () => {
    const { submissionId, incoming } = await settleForm()
    const approvals = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        server
          .caller(index % 2 ? officer : secondOfficer)
          .chronology.approve({ idempotencyKey: newId(), submissionId, version: incoming.version }),
      ),
    )
    expect(approvals.filter(({ outcome }) => outcome === 'approved')).toHaveLength(1)
    expect(approvals.filter(({ outcome }) => outcome === 'alreadyHandled')).toHaveLength(7)
    const rows = await server.ownerDatabase.execute(
      sql`select id from chronology_entries where submission_id = ${submissionId}`,
    )
    expect(rows).toHaveLength(1)
  })

  test('of two officers who settle a child one wins', async () => {
    const { item } = await holdForm()
    const decision = { incomingChildId: item.incomingChildId, version: item.version }
    const outcomes = await Promise.all(
      [officer, secondOfficer].map((who) =>
        server.caller(who).suspense.addAsNew({ idempotencyKey: newId(), ...decision }),
      ),
    )
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['alreadyHandled', 'settled'])
  })
})

describe('what is sent', () => {
  test('V2.3.1: a form is not approved before its child is settled', async () => {
    const { submissionId } = await holdForm()
    const { version } = await server.caller(officer).chronology.getIncoming({ submissionId })
    expect(
      await server.caller(officer).chronology.approve({ idempotencyKey: newId(), submissionId, version }),
    ).toEqual({ outcome: 'childNotSettled' })
  })

  test.each(['__proto__', 'constructor', 'q_aaaaaaaaaaaaaaaaaaaaaaaaaa'])(
    'V15.3.6: an answer under the key %s is refused',
    async (key) => {
      const { caller, submissionId, page } = await startForm()
      const answers = JSON.parse(`{"${key}":"x"}`)
      await expect(
        caller.submissions.savePage({ submissionId, pageId: page.id, answers }),
      ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    },
  )

  test('a NUL in an answer is refused as bad input', async () => {
    const { caller, submissionId, page, views } = await startForm()
    const answers = { [views.id]: 'a\u0000b' }
    await expect(
      caller.submissions.savePage({ submissionId, pageId: page.id, answers }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
