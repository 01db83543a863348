import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { auditEvents } from '../audit/tables.ts'
import { people } from '../people/tables.ts'
import { buildPortalSession, buildStaffSession } from '../testing/build-sessions.ts'
import { publishLive } from '../testing/publish-live.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let published = 0

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

async function publish() {
  const builder = await buildStaffSession(server, ['formBuilder'])
  const question = buildQuestion('longText')
  const page = buildPage([buildQuestion('childDetails'), question])
  const definition = buildForm({ code: `EXPORT-${(published += 1)}`, audience: 'parents', pages: [page] })
  const formId = await publishLive(server, builder, definition)
  return { formId, page, question }
}

async function buildFamily(words: string, form: Awaited<ReturnType<typeof publish>>) {
  const session = await buildPortalSession(server, 'citizen', { name: `${words} Evans` })
  const caller = server.caller(session)
  const { submissionId } = await caller.submissions.start({ idempotencyKey: newId(), formId: form.formId })
  const answers = { [form.question.id]: `${words} likes drawing.` }
  await caller.submissions.savePage({ submissionId, pageId: form.page.id, answers })
  await caller.childAccess.claim({
    idempotencyKey: newId(),
    relation: 'parentCarer',
    givenNames: words,
    familyName: 'Evans',
    dateOfBirth: '2015-05-05',
    evidence: `${words} is known to the school.`,
  })
  return { session, caller }
}

test('V14.2.1 a download holds one’s own account, forms, claims and devices, and nothing of another family', async () => {
  const form = await publish()
  const own = await buildFamily('Wren', form)
  await buildFamily('Robin', form)
  const data = await own.caller.submissions.exportMine({})
  expect(data.account).toMatchObject({ name: 'Wren Evans', email: own.session.email })
  expect(data.submissions).toHaveLength(1)
  expect(data.submissions[0]?.answers).toMatchObject([{ answer: '' }, { answer: 'Wren likes drawing.' }])
  expect(data.claims).toMatchObject([{ givenNames: 'Wren', evidence: 'Wren is known to the school.' }])
  expect(data.sessions).toMatchObject([{ current: true }])
  const text = JSON.stringify(data)
  expect(text).not.toMatch(/Robin|passwordHash|totp|tokenHash|sessionId/i)
})

test('a download is audited as an export', async () => {
  const { session, caller } = await buildFamily('Linnet', await publish())
  await caller.submissions.exportMine({ language: 'cy' })
  const lines = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.actorUserId, session.userId))
  expect(lines.filter(({ action }) => action === 'submissions.exportMine')).toMatchObject([
    { objectId: session.userId, details: { submissions: 1, claims: 1 } },
  ])
})

test('a child is named while one is authenticated for it, and no longer after', async () => {
  const { session, caller } = await buildFamily('Heron', await publish())
  const officer = await buildStaffSession(server, ['share'])
  const personId = newId()
  await server.ownerDatabase.insert(people).values({
    id: personId,
    givenNames: 'Amira',
    familyName: 'Khan',
    foldedGivenNames: 'amira',
    foldedFamilyName: 'khan',
    createdAt: server.clock.now(),
  })
  const { childAccessId } = await server.caller(officer).portalUsers.authenticate({
    idempotencyKey: newId(),
    userId: session.userId,
    personId,
    relation: 'parentCarer',
    scopes: ['progress'],
    reason: 'Birth certificate seen',
  })
  expect((await caller.submissions.exportMine({})).children).toMatchObject([{ name: 'Amira Khan' }])
  await server
    .caller(officer)
    .portalUsers.endAccess({ childAccessIds: [childAccessId], reason: 'Court order' })
  const { children } = await caller.submissions.exportMine({})
  expect(children).toMatchObject([{ name: null, relation: 'parentCarer' }])
})
