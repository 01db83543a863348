import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { buildPortalSession, buildStaffSession, type BuiltSession } from './testing/build-sessions.ts'
import { createTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer
let officer: BuiltSession

const everything = ['formBuilder', 'manageIncomingForms', 'matching', 'people', 'chronology'] as const

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, [...everything], { name: 'Nia Morgan' })
})
afterAll(() => server.close())

const born = { day: '4', month: '9', year: '2018' }
let forms = 0

/** A form for the officer's group, closed to `denied` whatever their group may. */
function buildDefinition(denied: string[] = []) {
  const details = buildQuestion('childDetails')
  const page = buildPage([details])
  const allow = {
    effect: 'allow' as const,
    subject: { kind: 'group' as const, id: officer.groupIds[0] ?? '' },
    rights: ['read' as const],
  }
  const deny = denied.map((id) => ({
    effect: 'deny' as const,
    subject: { kind: 'user' as const, id },
    rights: ['read' as const],
  }))
  forms += 1
  const accessList = { entries: [allow, ...deny] }
  return { details, page, definition: buildForm({ code: `ROOMS-${forms}`, pages: [page], accessList }) }
}

async function submitFor(givenNames: string, denied: string[] = []) {
  const { details, page, definition } = buildDefinition(denied)
  const formId = newId()
  await server
    .caller(officer)
    .forms.publish(
      await withPassedCheck({ idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }),
    )
  const parent = server.caller(await buildPortalSession(server, 'citizen'))
  const { submissionId } = await parent.submissions.start({ idempotencyKey: newId(), formId })
  const child = { givenNames, familyName: 'Rees', dateOfBirth: born, sex: '' as const, postcode: '', upn: '' }
  await parent.submissions.savePage({ submissionId, pageId: page.id, answers: { [details.id]: child } })
  return { parent, submissionId }
}

async function holdFor(givenNames: string, denied: string[] = []) {
  const { parent, submissionId } = await submitFor(givenNames, denied)
  const idempotencyKey = newId()
  const receipts = await Promise.all(
    Array.from({ length: 4 }, () => parent.submissions.submit({ idempotencyKey, submissionId })),
  )
  await server.runJobs()
  const { items } = await server.caller(officer).suspense.list()
  const item = items.find((candidate) => candidate.givenNames === givenNames)
  if (!item) throw new Error('The child is not in suspense')
  return { submissionId, item, receipts }
}

test('who may not publish, look for people, settle or approve is refused', async () => {
  const nobody = server.caller(await buildStaffSession(server, []))
  const key = { idempotencyKey: newId() }
  const refused = { code: 'FORBIDDEN' }
  const { definition } = buildDefinition()
  await expect(
    nobody.forms.publish({ ...key, formId: newId(), baseVersion: null, definition, live: true }),
  ).rejects.toMatchObject(refused)
  await expect(nobody.people.get({ personId: newId() })).rejects.toMatchObject(refused)
  const decision = { ...key, incomingChildId: newId(), version: 1 }
  await expect(nobody.suspense.match({ ...decision, personId: newId() })).rejects.toMatchObject(refused)
  await expect(nobody.suspense.addAsNew(decision)).rejects.toMatchObject(refused)
  await expect(
    nobody.chronology.approve({ ...key, submissionId: newId(), version: 1 }),
  ).rejects.toMatchObject(refused)
})

test('one form submitted four times at once with one key is received once', async () => {
  const { receipts, submissionId } = await holdFor('Carys')
  for (const receipt of receipts) expect(receipt).toEqual(receipts[0])
  const rows = await server.ownerDatabase.execute(
    sql`select id from audit_events where action = 'submissions.submit' and object_id = ${submissionId}`,
  )
  expect(rows).toHaveLength(1)
})

test('V2.3.4: of eight officers who match one child exactly one wins and the others hear by whom', async () => {
  const { item } = await holdFor('Dylan')
  const known = await holdFor('Dylan Rhys')
  const settled = await server.caller(officer).suspense.addAsNew({
    idempotencyKey: newId(),
    incomingChildId: known.item.incomingChildId,
    version: known.item.version,
  })
  if (settled.outcome !== 'settled') throw new Error(settled.outcome)
  const officers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      buildStaffSession(server, ['matching'], { name: `Officer ${index}` }),
    ),
  )
  const { incomingChildId, version } = item
  const outcomes = await Promise.all(
    officers.map((who) =>
      server
        .caller(who)
        .suspense.match({ idempotencyKey: newId(), incomingChildId, version, personId: settled.personId }),
    ),
  )
  expect(outcomes.filter(({ outcome }) => outcome === 'settled')).toHaveLength(1)
  const others = outcomes.filter((outcome) => outcome.outcome === 'alreadyHandled')
  expect(others).toHaveLength(7)
  for (const { by } of others) expect(by).toMatch(/^Officer \d$/)
})

test('a deny on one person outweighs the allow of their group, in the list and in the entry', async () => {
  const { submissionId, item } = await holdFor('Efa', [officer.userId])
  const caller = server.caller(officer)
  const { incomingChildId, version } = item
  const settled = await caller.suspense.addAsNew({ idempotencyKey: newId(), incomingChildId, version })
  if (settled.outcome !== 'settled') throw new Error(settled.outcome)
  const incoming = await caller.chronology.getIncoming({ submissionId })
  const approval = await caller.chronology.approve({
    idempotencyKey: newId(),
    submissionId,
    version: incoming.version,
  })
  if (approval.outcome !== 'approved') throw new Error(approval.outcome)
  expect(await caller.chronology.list({ personId: settled.personId })).toEqual({ entries: [] })
  await expect(caller.chronology.getEntry({ entryId: approval.entryId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('a form published meanwhile is not overwritten', async () => {
  const { definition } = buildDefinition()
  const caller = server.caller(officer)
  const formId = newId()
  await caller.forms.publish(
    await withPassedCheck({ idempotencyKey: newId(), formId, baseVersion: null, definition, live: false }),
  )
  const next = { formId, baseVersion: 1, definition, live: false }
  const outcomes = await Promise.all(
    [1, 2].map(async () => caller.forms.publish(await withPassedCheck({ idempotencyKey: newId(), ...next }))),
  )
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['changedMeanwhile', 'published'])
})

test('a new form published twice at once exists once and the other publisher gets an outcome', async () => {
  const { definition } = buildDefinition()
  const formId = newId()
  const outcomes = await Promise.all(
    [1, 2].map(async () =>
      server.caller(officer).forms.publish(
        await withPassedCheck({
          idempotencyKey: newId(),
          formId,
          baseVersion: null,
          definition,
          live: false,
        }),
      ),
    ),
  )
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['changedMeanwhile', 'published'])
})

test('a day that does not exist finds nobody', async () => {
  expect(await server.caller(officer).people.search({ query: '31/02/2014' })).toEqual({
    people: [],
    near: [],
  })
})

test('a query without a letter or a number finds nobody', async () => {
  expect(await server.caller(officer).people.search({ query: '--' })).toEqual({ people: [], near: [] })
})
