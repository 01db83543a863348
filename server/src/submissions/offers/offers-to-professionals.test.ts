import { afterAll, beforeAll, expect, test } from 'vitest'
import { and, eq } from 'drizzle-orm'
import { emptyChildDetails } from '@send/shared/forms/questions/child-details'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { organisationMembers } from '../../accounts/organisations/tables.ts'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { beginAdviceForm, buildAsked, buildVerified } from '../../testing/advice-steps.ts'
import { buildPerson, type AdviceForm } from '../../testing/build-advice.ts'
import { buildOrganisation } from '../../testing/build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { publishLive } from '../../testing/publish-live.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
let form: AdviceForm

const details = buildQuestion('childDetails', { prefill: { from: 'child' } })
const views = buildQuestion('longText')
const again = buildQuestion('longText', {
  required: false,
  prefill: { from: 'form', code: 'VIEWS', questionId: views.id },
})
const page = buildPage([details, views, again])

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['formBuilder', 'share', 'people'])
  const definition = buildForm({ code: 'VIEWS', audience: 'professionals', pages: [page] })
  const formId = await publishLive(server, officer, definition)
  form = { formId, pageId: page.id, details: details.id, views: views.id, declaration: '' }
})
afterAll(() => server.close())

const look = async (session: BuiltSession, submissionId: string) =>
  (await server.caller(session).submissions.getMine({ submissionId, pageId: page.id })).offers

/** Answers a form about the child that is offered, and sends it. */
async function answer(session: BuiltSession, submissionId: string, said: string): Promise<void> {
  const { submissions } = server.caller(session)
  const [child] = await look(session, submissionId)
  const confirmed = child ? { [child.questionId]: child.digest } : {}
  const answers = { [views.id]: said }
  await submissions.savePage({ submissionId, pageId: page.id, answers, confirmed })
  const sent = await submissions.submit({ idempotencyKey: newId(), submissionId })
  expect(sent.outcome).toBe('received')
  server.clock.moveBy(60_000)
}

test('SR-496: what was sent for one organisation is offered in its own forms alone, and not after leaving it', async () => {
  const both = await buildVerified(server, officer, 'Bea Both')
  const buildOne = async () => {
    const lead = await buildVerified(server, officer, 'Lena Lead')
    const organisationId = await buildOrganisation(server, {
      members: [
        [lead, 'lead'],
        [both, 'member'],
      ],
    })
    return { lead, member: both, organisationId }
  }
  const [elm, oak] = [await buildOne(), await buildOne()]
  const personId = await buildPerson(server, { givenNames: 'Amira', familyName: 'Khan' })
  const begin = async (school: typeof elm) => {
    const { adviceRequestId } = await buildAsked(server, { officer, form, school, personId })
    return beginAdviceForm(server, both, adviceRequestId)
  }
  await answer(both, await begin(elm), 'Said for Elm.')
  const [forElm, forOak] = [await begin(elm), await begin(oak)]
  const valuesOf = async (id: string) => (await look(both, id)).map(({ value }) => value)
  const child = {
    ...emptyChildDetails(),
    givenNames: 'Amira',
    familyName: 'Khan',
    dateOfBirth: { day: '14', month: '2', year: '2014' },
  }
  expect(await valuesOf(forElm)).toEqual([child, 'Said for Elm.'])
  expect(await valuesOf(forOak)).toEqual([child])
  const own = await server.caller(both).submissions.start({ idempotencyKey: newId(), formId: form.formId })
  expect(await valuesOf(own.submissionId)).toEqual([])
  const { organisationId } = elm
  await server.ownerDatabase
    .update(organisationMembers)
    .set({ state: 'left' })
    .where(
      and(
        eq(organisationMembers.organisationId, organisationId),
        eq(organisationMembers.userId, both.userId),
      ),
    )
  await expect(valuesOf(forElm)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await valuesOf(forOak)).toEqual([child])
})

test('SR-495: what a family told is offered to no professional, also to one who is authenticated for the child', async () => {
  const family = buildForm({ code: 'FAMILY', pages: [buildPage([buildQuestion('childDetails'), views])] })
  const familyForm = await publishLive(server, officer, family)
  const parent = await buildPortalSession(server, 'citizen')
  const { submissions } = server.caller(parent)
  const { submissionId } = await submissions.start({ idempotencyKey: newId(), formId: familyForm })
  const [familyPage] = family.pages
  const told = {
    ...emptyChildDetails(),
    givenNames: 'Nia',
    familyName: 'Rees',
    dateOfBirth: { day: '1', month: '2', year: '2015' },
  }
  const [child] = familyPage?.questions ?? []
  const answers = { [child?.id ?? '']: told, [views.id]: 'Canary of the family.' }
  await submissions.savePage({ submissionId, pageId: familyPage?.id ?? '', answers })
  await submissions.submit({ idempotencyKey: newId(), submissionId })

  const professional = await buildVerified(server, officer, 'Vera Verified')
  const personId = await buildPerson(server, { givenNames: 'Nia', familyName: 'Rees' })
  await server.ownerDatabase.insert(childAccess).values({
    id: newId(),
    userId: professional.userId,
    personId,
    relation: 'professional',
    scopes: ['progress', 'forms'],
    source: 'officer',
    reason: 'Teaches the child',
    recordedBy: officer.userId,
    startsAt: server.clock.now(),
  })
  const started = await server
    .caller(professional)
    .submissions.start({ idempotencyKey: newId(), formId: form.formId })
  const offers = await look(professional, started.submissionId)
  expect(offers).toMatchObject([{ questionId: details.id, source: { from: 'record' } }])
  // The name alone: the portal shows no date of birth, postcode or number of the child either.
  expect(offers[0]?.value).toEqual({ ...emptyChildDetails(), givenNames: 'Nia', familyName: 'Rees' })
})
