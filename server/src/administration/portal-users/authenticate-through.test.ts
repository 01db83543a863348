import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { people } from '../../people/tables.ts'
import { buildOrganisation, buildVerification } from '../../testing/build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['share', 'portalAdministration', 'verifyProfessionals'])
})
afterAll(() => server.close())

async function buildChild(): Promise<string> {
  const id = newId()
  const name = { givenNames: 'Wren', familyName: 'Khan', foldedGivenNames: 'wren', foldedFamilyName: 'khan' }
  await server.ownerDatabase.insert(people).values({ id, ...name, createdAt: server.clock.now() })
  return id
}

async function buildProfessional(): Promise<BuiltSession> {
  const session = await buildPortalSession(server, 'professional', { name: 'Ann Lee' })
  await buildVerification(server, session.userId, officer.userId)
  return session
}

function authenticate(access: {
  userId: string
  personId: string
  organisationId?: string
  relation?: 'professional' | 'parentCarer' | 'expert'
}) {
  const seen = { relation: 'professional' as const, scopes: ['progress' as const], reason: 'On the caseload' }
  return server.caller(officer).portalUsers.authenticate({ idempotencyKey: newId(), ...seen, ...access })
}

test('nobody sees a child through an organisation to which they do not belong now', async () => {
  const professional = await buildProfessional()
  const { userId } = professional
  const personId = await buildChild()
  const lead = await buildProfessional()
  const organisationId = await buildOrganisation(server, { members: [[lead, 'lead']] })
  const never = authenticate({ userId, personId, organisationId })
  await expect(never).rejects.toMatchObject({ id: 'conflict' })
  const portal = server.caller(professional).organisations
  await portal.ask({ idempotencyKey: newId(), organisationId })
  await expect(authenticate({ userId, personId, organisationId })).rejects.toMatchObject({ id: 'conflict' })
  await server
    .caller(lead)
    .organisations.decideRequest({ idempotencyKey: newId(), organisationId, userId, decision: 'accept' })
  await portal.leave({ idempotencyKey: newId(), organisationId })
  await expect(authenticate({ userId, personId, organisationId })).rejects.toMatchObject({ id: 'conflict' })
  const unknown = authenticate({ userId, personId, organisationId: newId() })
  await expect(unknown).rejects.toMatchObject({ id: 'not-found' })
})

test('who is not verified sees nothing through an organisation, and the officer is told', async () => {
  const professional = await buildPortalSession(server, 'professional')
  const { userId } = professional
  const organisationId = await buildOrganisation(server, { members: [[professional, 'member']] })
  await authenticate({ userId, personId: await buildChild(), organisationId })
  const portal = server.caller(professional).involvements
  expect((await portal.listMyChildren()).children).toEqual([])
  const { verification } = await server.caller(officer).portalUsers.get({ userId })
  expect(verification).toBe('unverified')
  await buildVerification(server, userId, officer.userId)
  expect((await portal.listMyChildren()).children).toHaveLength(1)
})

test('neither a family nor an outside expert sees a child through an organisation', async () => {
  const professional = await buildProfessional()
  const organisationId = await buildOrganisation(server, { members: [[professional, 'member']] })
  const ids = { userId: professional.userId, personId: await buildChild(), organisationId }
  for (const relation of ['parentCarer', 'expert'] as const)
    await expect(authenticate({ ...ids, relation })).rejects.toMatchObject({ id: 'bad-input' })
})

test('what a member sees through an organisation is told so, and ends when they leave; what they see as themselves stays', async () => {
  const professional = await buildProfessional()
  const { userId } = professional
  const lead = await buildProfessional()
  const organisationId = await buildOrganisation(server, {
    name: 'Moorside Primary',
    members: [
      [lead, 'lead'],
      [professional, 'member'],
    ],
  })
  const [through, own] = [await buildChild(), await buildChild()]
  await authenticate({ userId, personId: through, organisationId })
  await authenticate({ userId, personId: own })
  const look = () => server.caller(officer).portalUsers.get({ userId })
  const before = await look()
  expect(before.verification).toBe('verified')
  expect(before.organisations).toEqual([{ organisationId, name: 'Moorside Primary' }])
  expect(
    new Map(before.access.map(({ personId, organisationName }) => [personId, organisationName])),
  ).toEqual(
    new Map([
      [through, 'Moorside Primary'],
      [own, null],
    ]),
  )
  const portal = server.caller(professional)
  expect((await portal.involvements.listMyChildren()).children).toHaveLength(2)
  await portal.organisations.leave({ idempotencyKey: newId(), organisationId })
  await expect(portal.involvements.getMyChild({ personId: through })).rejects.toMatchObject({
    id: 'not-found',
  })
  expect((await portal.involvements.listMyChildren()).children).toMatchObject([{ personId: own }])
  const after = await look()
  expect(after.organisations).toEqual([])
  expect(after.access.find(({ personId }) => personId === through)).toMatchObject({
    active: false,
    endReason: 'Left the organisation',
  })
})

test('one who leaves while an officer authenticates them keeps nothing', async () => {
  for (let round = 0; round < 5; round += 1) {
    const professional = await buildProfessional()
    const { userId } = professional
    const organisationId = await buildOrganisation(server, { members: [[professional, 'member']] })
    const ids = { userId, personId: await buildChild(), organisationId }
    await Promise.allSettled([
      authenticate(ids),
      server.caller(professional).organisations.leave({ idempotencyKey: newId(), organisationId }),
    ])
    expect((await server.caller(professional).involvements.listMyChildren()).children).toEqual([])
  }
})
