import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { auditEvents } from '../../audit/tables.ts'
import { people } from '../../people/tables.ts'
import { buildOrganisation, buildVerification } from '../../testing/build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { childAccess } from '../child-access/tables.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['share'])
})
afterAll(() => server.close())

const key = () => ({ idempotencyKey: newId() })
const professional = (name = 'Sam Evans') => buildPortalSession(server, 'professional', { name })
const of = (session: BuiltSession) => server.caller(session).organisations
const notFound = { code: 'NOT_FOUND' }
const forbidden = { code: 'FORBIDDEN' }

async function buildSchool() {
  const lead = await professional('Lena Lead')
  const member = await professional('Max Member')
  const organisationId = await buildOrganisation(server, {
    members: [
      [lead, 'lead'],
      [member, 'member'],
    ],
  })
  return { lead, member, organisationId }
}

async function buildChildOf(session: BuiltSession, organisationId: string | null): Promise<string> {
  const personId = newId()
  await server.ownerDatabase.insert(people).values({
    id: personId,
    givenNames: 'Amira',
    familyName: 'Khan',
    foldedFamilyName: 'khan',
    foldedGivenNames: 'amira',
    dateOfBirth: '2014-02-14',
    createdAt: server.clock.now(),
  })
  await server.ownerDatabase.insert(childAccess).values({
    id: newId(),
    userId: session.userId,
    personId,
    relation: 'professional',
    organisationId,
    scopes: ['progress'],
    source: 'officer',
    reason: 'Works with the child',
    recordedBy: officer.userId,
    startsAt: server.clock.now(),
  })
  return personId
}

test('families and staff have no organisations to join, lead or leave', async () => {
  const { organisationId, member } = await buildSchool()
  for (const session of [await buildPortalSession(server, 'citizen'), officer]) {
    const organisations = of(session)
    const aim = { organisationId, userId: member.userId }
    await expect(organisations.mine()).rejects.toMatchObject(forbidden)
    await expect(organisations.search({ text: 'elm' })).rejects.toMatchObject(forbidden)
    await expect(organisations.ask({ ...key(), organisationId })).rejects.toMatchObject(forbidden)
    await expect(organisations.takeBackRequest({ organisationId })).rejects.toMatchObject(forbidden)
    await expect(organisations.leave({ ...key(), organisationId })).rejects.toMatchObject(forbidden)
    await expect(organisations.listMembers({ organisationId })).rejects.toMatchObject(forbidden)
    await expect(organisations.decideRequest({ ...key(), ...aim, decision: 'accept' })).rejects.toMatchObject(
      forbidden,
    )
    await expect(organisations.changeRole({ ...aim, role: 'lead' })).rejects.toMatchObject(forbidden)
    await expect(organisations.remove({ ...aim, reason: 'Because I can' })).rejects.toMatchObject(forbidden)
    await expect(organisations.acceptInvitation({ token: 'x' })).rejects.toMatchObject(forbidden)
    const invitation = { organisationId, invitationId: newId() }
    await expect(
      organisations.invite({ ...key(), organisationId, email: 'a@example.org', role: 'lead' }),
    ).rejects.toMatchObject(forbidden)
    await expect(organisations.resendInvitation({ ...key(), ...invitation })).rejects.toMatchObject(forbidden)
    await expect(organisations.withdrawInvitation(invitation)).rejects.toMatchObject(forbidden)
  }
})

test('who does not belong learns nothing of an organisation, and a member who is no lead decides nothing', async () => {
  const { organisationId, member, lead } = await buildSchool()
  const elsewhere = (await buildSchool()).lead
  for (const id of [organisationId, newId()]) {
    const stranger = of(elsewhere)
    const aim = { organisationId: id, userId: member.userId }
    await expect(stranger.listMembers({ organisationId: id })).rejects.toMatchObject(notFound)
    await expect(stranger.decideRequest({ ...key(), ...aim, decision: 'accept' })).rejects.toMatchObject(
      notFound,
    )
    await expect(stranger.changeRole({ ...aim, role: 'lead' })).rejects.toMatchObject(notFound)
    await expect(stranger.remove({ ...aim, reason: 'Not ours' })).rejects.toMatchObject(notFound)
    await expect(stranger.leave({ ...key(), organisationId: id })).rejects.toMatchObject(notFound)
    await expect(
      stranger.invite({ ...key(), organisationId: id, email: 'a@example.org', role: 'lead' }),
    ).rejects.toMatchObject(notFound)
  }
  const aim = { organisationId, userId: lead.userId }
  await expect(of(member).decideRequest({ ...key(), ...aim, decision: 'accept' })).rejects.toMatchObject(
    forbidden,
  )
  await expect(of(member).changeRole({ ...aim, role: 'member' })).rejects.toMatchObject(forbidden)
  await expect(of(member).remove({ ...aim, reason: 'I want to lead' })).rejects.toMatchObject(forbidden)
  await expect(
    of(member).invite({ ...key(), organisationId, email: 'a@example.org', role: 'member' }),
  ).rejects.toMatchObject(forbidden)
})

test('a professional asks, a lead accepts, and what only leads see stays with leads', async () => {
  const { organisationId, lead, member } = await buildSchool()
  const asker = await professional('Asha Asker')
  await server.runJobs()
  const sent = server.mailbox.length
  const asked = { ...key(), organisationId }
  expect(await of(asker).ask(asked)).toEqual({ outcome: 'asked' })
  expect(await of(asker).ask(asked)).toEqual({ outcome: 'asked' })
  expect(await of(asker).ask({ ...key(), organisationId })).toEqual({ outcome: 'alreadyAsked' })
  expect((await of(asker).mine()).memberships).toMatchObject([{ organisationId, state: 'asked' }])
  await expect(of(asker).listMembers({ organisationId })).rejects.toMatchObject(notFound)
  await server.runJobs()
  expect(server.mailbox.slice(sent).map(({ to }) => to)).toEqual([lead.email])
  expect(server.mailbox.at(-1)?.text).not.toContain('Asha')

  expect((await of(lead).mine()).memberships).toMatchObject([{ role: 'lead', requestsWaiting: 1 }])
  const { requests } = await of(lead).listMembers({ organisationId })
  expect(requests).toMatchObject([{ userId: asker.userId, email: asker.email }])
  const seen = await of(member).listMembers({ organisationId })
  expect(seen).toMatchObject({ mine: 'member', requests: [], invitations: [] })
  expect(JSON.stringify(seen)).not.toContain('@')

  const decision = { ...key(), organisationId, userId: asker.userId, decision: 'accept' as const }
  expect(await of(lead).decideRequest(decision)).toEqual({ outcome: 'decided' })
  expect((await of(asker).listMembers({ organisationId })).members).toHaveLength(3)
  expect(await of(asker).ask({ ...key(), organisationId })).toEqual({ outcome: 'alreadyMember' })
})

test('of two leads who decide at once one decides and the other hears who it was', async () => {
  const { organisationId, lead, member } = await buildSchool()
  await of(lead).changeRole({ organisationId, userId: member.userId, role: 'lead' })
  for (let round = 0; round < 5; round += 1) {
    const asker = await professional()
    await of(asker).ask({ ...key(), organisationId })
    const aim = { organisationId, userId: asker.userId }
    const outcomes = await Promise.all([
      of(lead).decideRequest({ ...key(), ...aim, decision: 'accept' }),
      of(member).decideRequest({ ...key(), ...aim, decision: 'refuse', reason: 'Not known to us' }),
    ])
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['alreadyHandled', 'decided'])
    const by = outcomes.find((outcome) => outcome.outcome === 'alreadyHandled')?.by
    expect(by).toBe(outcomes[0]?.outcome === 'decided' ? 'Lena Lead' : 'Max Member')
  }
})

test('a refused person may ask again, and a request can be taken back until it is decided', async () => {
  const { organisationId, lead } = await buildSchool()
  const asker = await professional()
  const aim = { organisationId, userId: asker.userId }
  const refusal = { ...aim, decision: 'refuse' as const, reason: 'Not known to us' }
  await of(asker).ask({ ...key(), organisationId })
  await of(lead).decideRequest({ ...key(), ...refusal })
  expect((await of(asker).mine()).memberships).toMatchObject([{ state: 'refused' }])
  expect(await of(asker).takeBackRequest({ organisationId })).toEqual({ outcome: 'alreadyHandled' })
  expect(await of(asker).ask({ ...key(), organisationId })).toEqual({ outcome: 'asked' })
  expect(await of(asker).takeBackRequest({ organisationId })).toEqual({ outcome: 'takenBack' })
  expect(await of(lead).decideRequest({ ...key(), ...refusal })).toMatchObject({
    outcome: 'alreadyHandled',
    by: null,
  })
})

test('the last lead hands over before leaving or stepping down, also when two step down at once', async () => {
  const { organisationId, lead, member } = await buildSchool()
  const self = { organisationId, userId: lead.userId }
  expect(await of(lead).leave({ ...key(), organisationId })).toEqual({ outcome: 'lastLead' })
  expect(await of(lead).changeRole({ ...self, role: 'member' })).toEqual({ outcome: 'lastLead' })
  await of(lead).changeRole({ organisationId, userId: member.userId, role: 'lead' })
  const outcomes = await Promise.all([
    of(lead).leave({ ...key(), organisationId }),
    of(member).leave({ ...key(), organisationId }),
  ])
  // The one who goes second is alone, and nobody is left to be without a lead.
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['left', 'left'])

  const busy = await buildSchool()
  const third = await professional()
  await of(third).ask({ ...key(), organisationId: busy.organisationId })
  const accept = { organisationId: busy.organisationId, userId: third.userId, decision: 'accept' as const }
  await of(busy.lead).decideRequest({ ...key(), ...accept })
  await of(busy.lead).changeRole({
    organisationId: busy.organisationId,
    userId: busy.member.userId,
    role: 'lead',
  })
  const left = await Promise.all(
    [busy.lead, busy.member].map((who) => of(who).leave({ ...key(), organisationId: busy.organisationId })),
  )
  expect(left.map(({ outcome }) => outcome).toSorted()).toEqual(['lastLead', 'left'])
})

test('leaving and being removed at once ends the membership once, and its view of children on the next request', async () => {
  const { organisationId, lead, member } = await buildSchool()
  await buildVerification(server, member.userId, officer.userId)
  const personId = await buildChildOf(member, organisationId)
  const elsewhere = await buildChildOf(member, null)
  const { involvements } = server.caller(member)
  expect((await involvements.listMyChildren()).children).toHaveLength(2)
  const [left, removed] = await Promise.allSettled([
    of(member).leave({ ...key(), organisationId }),
    of(lead).remove({ organisationId, userId: member.userId, reason: 'Moved to another school' }),
  ])
  const leaving = left.status === 'fulfilled' ? left.value.outcome : 'not found'
  const removing = removed.status === 'fulfilled' ? removed.value.outcome : 'failed'
  expect([
    ['left', 'alreadyLeft'],
    ['not found', 'removed'],
  ]).toContainEqual([leaving, removing])
  await expect(involvements.getMyChild({ personId })).rejects.toMatchObject(notFound)
  expect((await involvements.listMyChildren()).children).toMatchObject([{ personId: elsewhere }])
  const ended = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, 'childAccess.end'), eq(auditEvents.personId, personId)))
  expect(ended).toHaveLength(1)
  await expect(of(member).listMembers({ organisationId })).rejects.toMatchObject(notFound)
})

test('a lead does not remove themself, and the reason of a removal stands in the audit trail alone', async () => {
  const { organisationId, lead, member } = await buildSchool()
  const reason = 'Left the school at Easter'
  await expect(of(lead).remove({ organisationId, userId: lead.userId, reason })).rejects.toMatchObject(
    forbidden,
  )
  const aim = { organisationId, userId: member.userId }
  expect(await of(lead).remove({ ...aim, reason })).toEqual({ outcome: 'removed' })
  expect(await of(lead).remove({ ...aim, reason })).toEqual({ outcome: 'alreadyLeft' })
  expect(await of(lead).changeRole({ ...aim, role: 'lead' })).toEqual({ outcome: 'notMember' })
  await server.runJobs()
  const told = server.mailbox.filter(({ to }) => to === member.email)
  expect(told).toHaveLength(1)
  expect(told[0]?.text).not.toContain(reason)
  const events = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, 'organisations.remove'), eq(auditEvents.objectId, organisationId)))
  expect(events).toMatchObject([{ actorUserId: lead.userId, reason, details: { userId: member.userId } }])
})

test('the search takes names as typed, finds schools by URN, and never a closed organisation', async () => {
  const id = await buildOrganisation(server, { name: '100% Ysgol_Derwen', urn: '401234' })
  const asker = await professional()
  const found = async (text: string) =>
    (await of(asker).search({ text })).organisations.map(({ organisationId }) => organisationId)
  expect(await found('100% ysgol_')).toEqual([id])
  expect(await found('401234')).toEqual([id])
  expect(await found('%%')).toEqual([])
  const admin = await buildStaffSession(server, ['portalAdministration'])
  await server
    .caller(admin)
    .organisationsAdmin.close({ ...key(), organisationId: id, reason: 'Merged with another' })
  expect(await found('401234')).toEqual([])
  await expect(of(asker).ask({ ...key(), organisationId: id })).rejects.toMatchObject(notFound)
})

test('five requests may wait at a time', async () => {
  const asker = await professional()
  for (let count = 0; count < 5; count += 1) {
    await of(asker).ask({ ...key(), organisationId: await buildOrganisation(server) })
  }
  const sixth = await buildOrganisation(server)
  await expect(of(asker).ask({ ...key(), organisationId: sixth })).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
  })
})
