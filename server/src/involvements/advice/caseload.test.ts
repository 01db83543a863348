import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { beginAdviceForm, buildAsked, buildSchool, sendAdviceForm } from '../../testing/advice-steps.ts'
import { buildPerson, publishAdviceForm, type AdviceForm } from '../../testing/build-advice.ts'
import { buildOtherSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
let form: AdviceForm

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['formBuilder', 'share', 'people'])
  form = await publishAdviceForm(server, officer)
})
afterAll(() => server.close())

const of = (session: BuiltSession) => server.caller(session).advice
const nothing = { code: 'NOT_FOUND', message: 'This could not be found.' }

/** A school that was asked about Ben Abel and Cara Zola; its member is also let in to Dylan Moss. */
async function buildCaseload() {
  const school = await buildSchool(server, officer)
  const ask = async (givenNames: string, familyName: string) => {
    const personId = await buildPerson(server, { givenNames, familyName })
    return buildAsked(server, { officer, form, school, personId })
  }
  const zola = await ask('Cara', 'Zola')
  const abel = await ask('Ben', 'Abel')
  const dylan = await buildPerson(server, { givenNames: 'Dylan', familyName: 'Moss' })
  await server.ownerDatabase.insert(childAccess).values({
    id: newId(),
    userId: school.member.userId,
    personId: dylan,
    relation: 'professional',
    organisationId: school.organisationId,
    scopes: ['progress'],
    source: 'officer',
    reason: 'Works with the child',
    recordedBy: officer.userId,
    startsAt: server.clock.now(),
  })
  return { ...school, zola, abel, dylan }
}

const names = ({ children }: { children: { givenNames: string }[] }) =>
  children.map(({ givenNames }) => givenNames)

test('SR-437: a child that is not on somebody’s caseload is neither hidden nor told of', async () => {
  const { member, dylan, lead } = await buildCaseload()
  await expect(of(lead).setHidden({ personId: dylan, hidden: true })).rejects.toMatchObject(nothing)
  await expect(of(member).setHidden({ personId: newId(), hidden: true })).rejects.toMatchObject(nothing)
})

test('the caseload holds the children of whom the organisation is asked and those whom one is let in to, with how they stand', async () => {
  const { member, lead, zola } = await buildCaseload()
  const submissionId = await beginAdviceForm(server, member, zola.adviceRequestId)
  await sendAdviceForm(server, { session: member, form, submissionId })
  const caseload = await of(member).listCaseload({ view: 'active' })
  expect(caseload.children).toMatchObject([
    { givenNames: 'Ben', state: 'due', seesProgress: false },
    { givenNames: 'Dylan', state: 'noRequest', seesProgress: true, request: null },
    { givenNames: 'Cara', state: 'answered' },
  ])
  expect(names(await of(lead).listCaseload({ view: 'active' }))).toEqual(['Ben', 'Cara'])
})

test('it is filtered by a part of the name, whatever its accents and capitals, and by the state', async () => {
  const { member } = await buildCaseload()
  const list = (filter: { text?: string; state?: 'due' | 'noRequest' | 'overdue' }) =>
    of(member).listCaseload({ view: 'active', ...filter })
  expect(names(await list({ text: 'ZOL' }))).toEqual(['Cara'])
  expect(names(await list({ state: 'noRequest' }))).toEqual(['Dylan'])
  expect(names(await list({ text: 'nobody' }))).toEqual([])
  expect((await list({ state: 'overdue' })).counts).toEqual({ active: 3, hidden: 0, recent: 3 })
})

test('SR-437: hiding a child changes one’s own list alone, and it comes back as it was', async () => {
  const { member, lead, abel } = await buildCaseload()
  const { personId } = abel
  for (let twice = 0; twice < 2; twice += 1) await of(member).setHidden({ personId, hidden: true })
  expect(names(await of(member).listCaseload({ view: 'active' }))).toEqual(['Cara', 'Dylan'])
  expect(names(await of(member).listCaseload({ view: 'hidden' }))).toEqual(['Ben'])
  expect(names(await of(lead).listCaseload({ view: 'active' }))).toEqual(['Ben', 'Cara'])
  const { adviceRequestId } = abel
  expect((await of(member).listMine()).requests.map((request) => request.adviceRequestId)).toContain(
    adviceRequestId,
  )
  await of(member).setHidden({ personId, hidden: false })
  expect(names(await of(member).listCaseload({ view: 'hidden' }))).toEqual([])
})

test('a request that is late makes its child overdue from the day after, and first on the list', async () => {
  const { member, zola, abel } = await buildCaseload()
  server.clock.moveBy(43 * 86_400_000)
  const later = await buildOtherSession(server, member)
  const { children } = await of(later).listCaseload({ view: 'active', state: 'overdue' })
  expect(children.map(({ personId }) => personId)).toEqual([abel.personId, zola.personId])
  expect(names(await of(later).listCaseload({ view: 'recent' }))).toEqual([])
})
