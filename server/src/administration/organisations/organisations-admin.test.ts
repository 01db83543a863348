import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { auditEvents } from '../../audit/tables.ts'
import { people } from '../../people/tables.ts'
import { buildOrganisation, buildVerification } from '../../testing/build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['portalAdministration', 'verifyProfessionals', 'share'])
})
afterAll(() => server.close())

const dayMs = 86_400_000
const key = () => ({ idempotencyKey: newId() })
const reason = 'Asked to by the head'
const professional = (name = 'Sam Evans') => buildPortalSession(server, 'professional', { name })
const admin = (session = officer) => server.caller(session).organisationsAdmin
const inDays = (days: number) => new Date(server.clock.now().getTime() + days * dayMs).toISOString()

function decide(
  userId: string,
  overrides: Partial<Parameters<ReturnType<typeof admin>['decideVerification']>[0]> = {},
) {
  return {
    ...key(),
    userId,
    basedOn: null,
    decision: 'verified' as const,
    evidence: 'HCPC register PYL01234',
    reason: 'Works for the NHS team',
    ...overrides,
  }
}

test('nobody keeps organisations, verifies or invites experts without the process of it', async () => {
  const target = await professional()
  const organisationId = await buildOrganisation(server)
  const reader = await buildStaffSession(server, [
    'portalAdministration.read',
    'userAdministration',
    'people',
  ])
  const refused = { code: 'FORBIDDEN' }
  const member = { organisationId, userId: target.userId, reason }
  for (const session of [target, await buildPortalSession(server, 'citizen'), reader]) {
    const caller = admin(session)
    await expect(caller.create({ ...key(), name: 'Mine', kind: 'school' })).rejects.toMatchObject(refused)
    await expect(caller.rename({ organisationId, name: 'Mine' })).rejects.toMatchObject(refused)
    await expect(caller.close({ ...key(), organisationId, reason })).rejects.toMatchObject(refused)
    await expect(caller.appointLead(member)).rejects.toMatchObject(refused)
    await expect(caller.decideRequest({ ...key(), ...member, decision: 'accept' })).rejects.toMatchObject(
      refused,
    )
    await expect(caller.removeMember(member)).rejects.toMatchObject(refused)
    const invitation = { ...key(), organisationId, email: 'a@example.org', role: 'lead' as const }
    await expect(caller.invite(invitation)).rejects.toMatchObject(refused)
    const sent = { organisationId, invitationId: newId() }
    await expect(caller.resendInvitation({ ...key(), ...sent })).rejects.toMatchObject(refused)
    await expect(caller.withdrawInvitation(sent)).rejects.toMatchObject(refused)
    await expect(caller.listProfessionals({})).rejects.toMatchObject(refused)
    await expect(caller.getProfessional({ userId: target.userId })).rejects.toMatchObject(refused)
    await expect(caller.decideVerification(decide(target.userId))).rejects.toMatchObject(refused)
    await expect(caller.unverify({ ...key(), userIds: [target.userId], reason })).rejects.toMatchObject(
      refused,
    )
    const expert = {
      email: 'a@example.org',
      personId: newId(),
      task: 'Advice',
      accessEndsAt: inDays(3),
      reason,
    }
    await expect(caller.inviteExpert({ ...key(), ...expert })).rejects.toMatchObject(refused)
    await expect(caller.listExperts({})).rejects.toMatchObject(refused)
    await expect(caller.withdrawExpert({ invitationId: newId(), reason })).rejects.toMatchObject(refused)
  }
  await expect(admin(target).list({})).rejects.toMatchObject(refused)
  await expect(admin(target).get({ organisationId })).rejects.toMatchObject(refused)
  expect((await admin(reader).get({ organisationId })).organisationId).toBe(organisationId)
})

test('a name and a URN belong to one organisation, also when it is added twice at once', async () => {
  const school = { name: 'Ash Primary', kind: 'school' as const, urn: '123456' }
  const outcomes = await Promise.all([1, 2].map(() => admin().create({ ...key(), ...school })))
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['created', 'nameTaken'])
  expect(await admin().create({ ...key(), ...school, name: 'Ash Infants' })).toEqual({ outcome: 'urnTaken' })
  const other = await buildOrganisation(server)
  expect(await admin().rename({ organisationId: other, name: 'Ash Primary' })).toEqual({
    outcome: 'nameTaken',
  })
  expect(await admin().rename({ organisationId: other, name: 'Elder House' })).toEqual({ outcome: 'renamed' })
  const { organisations } = await admin().list({ text: 'elder h' })
  expect(organisations).toMatchObject([{ organisationId: other, members: 0, leads: 0 }])
})

test('the authority appoints a lead, decides requests, and is not bound by the rule for the last lead', async () => {
  const organisationId = await buildOrganisation(server)
  const [lead, asker] = [await professional('Lena Lead'), await professional()]
  const aim = { organisationId, userId: lead.userId, reason }
  expect(await admin().appointLead(aim)).toEqual({ outcome: 'appointed' })
  await expect(admin().appointLead({ ...aim, userId: officer.userId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await server.caller(asker).organisations.ask({ ...key(), organisationId })
  const decision = { ...aim, userId: asker.userId, decision: 'accept' as const }
  const [first, second] = await Promise.all([
    admin().decideRequest({ ...key(), ...decision }),
    server.caller(lead).organisations.decideRequest({
      ...key(),
      organisationId,
      userId: asker.userId,
      decision: 'accept',
    }),
  ])
  expect([first.outcome, second.outcome].toSorted()).toEqual(['alreadyHandled', 'decided'])
  expect(await admin().removeMember(aim)).toEqual({ outcome: 'removed' })
  expect(await admin().get({ organisationId })).toMatchObject({
    leads: 0,
    people: [{ userId: asker.userId }],
  })
})

test('the authority sends an invitation again or withdraws it, also of an organisation without a lead', async () => {
  const organisationId = await buildOrganisation(server)
  const invited = await admin().invite({ ...key(), organisationId, email: 'first@example.org', role: 'lead' })
  if (invited.outcome !== 'invited') throw new Error(invited.outcome)
  const sent = { organisationId, invitationId: invited.invitationId }
  const again = { ...key(), ...sent }
  expect(await admin().resendInvitation(again)).toEqual({ outcome: 'sent' })
  expect(await admin().resendInvitation(again)).toEqual({ outcome: 'sent' })
  await server.runJobs()
  expect(server.mailbox.filter(({ to }) => to === 'first@example.org')).toHaveLength(2)
  expect(await admin().withdrawInvitation(sent)).toEqual({ outcome: 'withdrawn' })
  expect(await admin().withdrawInvitation(sent)).toEqual({ outcome: 'alreadyHandled' })
  expect((await admin().get({ organisationId })).invitations).toEqual([])
})

test('closing ends members, requests, invitations and what was seen of children; the caseload is told', async () => {
  const lead = await professional()
  const organisationId = await buildOrganisation(server, { members: [[lead, 'lead']] })
  await buildVerification(server, lead.userId, officer.userId)
  const personId = newId()
  await server.ownerDatabase.insert(people).values({
    id: personId,
    givenNames: 'Amira',
    familyName: 'Khan',
    foldedFamilyName: 'khan',
    foldedGivenNames: 'amira',
    createdAt: server.clock.now(),
  })
  await server.ownerDatabase.insert(childAccess).values({
    id: newId(),
    userId: lead.userId,
    personId,
    organisationId,
    relation: 'professional',
    scopes: ['progress'],
    source: 'officer',
    reason,
    recordedBy: officer.userId,
    startsAt: server.clock.now(),
  })
  await admin().invite({ ...key(), organisationId, email: 'late@example.org', role: 'member' })
  const { involvements, organisations } = server.caller(lead)
  expect((await involvements.listMyChildren()).children).toHaveLength(1)
  expect((await admin().get({ organisationId })).childrenWithoutMember).toBe(0)
  const close = { ...key(), organisationId, reason }
  expect(await admin().close(close)).toEqual({ outcome: 'closed' })
  expect(await admin().close(close)).toEqual({ outcome: 'closed' })
  expect((await involvements.listMyChildren()).children).toEqual([])
  expect((await organisations.mine()).memberships).toEqual([])
  expect(await admin().get({ organisationId })).toMatchObject({
    people: [],
    invitations: [],
    childrenWithoutMember: 1,
  })
  await expect(admin().close({ ...close, ...key() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('only a verified professional sees the children they work with, and un-verifying acts on the next request', async () => {
  const worker = await professional()
  const personId = newId()
  await server.ownerDatabase.insert(people).values({
    id: personId,
    givenNames: 'Amira',
    familyName: 'Khan',
    foldedFamilyName: 'khan',
    foldedGivenNames: 'amira',
    createdAt: server.clock.now(),
  })
  await server.caller(officer).portalUsers.authenticate({
    ...key(),
    userId: worker.userId,
    personId,
    relation: 'professional',
    scopes: ['progress'],
    reason,
  })
  const { involvements, organisations } = server.caller(worker)
  const seen = async () => (await involvements.listMyChildren()).children.length
  expect(await seen()).toBe(0)
  await expect(involvements.getMyChild({ personId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await admin().decideVerification(decide(worker.userId, { expiresAt: inDays(0.01) }))).toEqual({
    outcome: 'decided',
  })
  expect(await seen()).toBe(1)
  expect((await organisations.mine()).verification.state).toBe('verified')
  server.clock.moveBy(0.01 * dayMs)
  expect(await seen()).toBe(0)
  expect((await organisations.mine()).verification.state).toBe('expired')
  const { decisions } = await admin().getProfessional({ userId: worker.userId })
  await admin().decideVerification(decide(worker.userId, { basedOn: decisions[0]?.decisionId ?? null }))
  expect(await seen()).toBe(1)
  expect(await admin().unverify({ ...key(), userIds: [worker.userId], reason })).toEqual({ withdrawn: 1 })
  expect(await seen()).toBe(0)
  expect((await organisations.mine()).verification.state).toBe('withdrawn')
})

test('of two officers who decide at once one decides, and the other is shown the decision first', async () => {
  const worker = await professional()
  const second = await buildStaffSession(server, ['verifyProfessionals'], { name: 'Sam Okafor' })
  const outcomes = await Promise.all([
    admin().decideVerification(decide(worker.userId)),
    admin(second).decideVerification(decide(worker.userId, { decision: 'refused' })),
  ])
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['alreadyHandled', 'decided'])
  const { decisions } = await admin().getProfessional({ userId: worker.userId })
  expect(decisions).toHaveLength(1)
})

test('un-verifying many at once, twice and from both ends, withdraws each once and leaves who, when and why', async () => {
  const workers = await Promise.all(Array.from({ length: 6 }, () => professional()))
  for (const { userId } of workers.slice(0, 5)) await buildVerification(server, userId, officer.userId)
  server.clock.moveBy(1000)
  const userIds = workers.map(({ userId }) => userId)
  const why = 'The school closed'
  const results = await Promise.all([
    admin().unverify({ ...key(), userIds, reason: why }),
    admin().unverify({ ...key(), userIds: userIds.toReversed(), reason: why }),
  ])
  expect(results.map(({ withdrawn }) => withdrawn).toSorted((a, b) => a - b)).toEqual([0, 5])
  const events = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, 'organisationsAdmin.decideVerification'), eq(auditEvents.reason, why)))
  expect(events).toHaveLength(5)
  const list = await admin().listProfessionals({ verification: 'withdrawn' })
  expect(list.professionals.map(({ userId }) => userId)).toEqual(expect.arrayContaining(userIds.slice(0, 5)))
  await expect(admin().unverify({ ...key(), userIds: [officer.userId], reason: why })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('the list finds professionals by name, state and organisation, as the rule has it', async () => {
  const names = ['unverified', 'verified', 'expired', 'refused', 'withdrawn'] as const
  const marker = `Prof_${newId().slice(-6)}`
  const organisationId = await buildOrganisation(server)
  for (const name of names) {
    const worker = await professional(`${marker} ${name}`)
    if (name === 'unverified') continue
    const decision = name === 'expired' ? 'verified' : name
    const expiresAt = name === 'expired' ? server.clock.now() : null
    await buildVerification(server, worker.userId, officer.userId, { decision, expiresAt })
    if (name === 'verified') await admin().appointLead({ organisationId, userId: worker.userId, reason })
  }
  for (const verification of names) {
    const { professionals } = await admin().listProfessionals({ text: marker, verification })
    expect(professionals).toMatchObject([{ name: `${marker} ${verification}`, verification }])
  }
  const { professionals } = await admin().listProfessionals({ organisationId })
  expect(professionals).toMatchObject([{ name: `${marker} verified` }])
  expect((await admin().listProfessionals({ text: 'Prof%' })).professionals).toEqual([])
})

test('an expert is invited for a child on record, until a day within a year', async () => {
  const base = { email: 'expert@example.org', task: 'Advice on speech', reason }
  const personId = newId()
  await expect(
    admin().inviteExpert({ ...key(), ...base, personId, accessEndsAt: inDays(30) }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const names = {
    givenNames: 'Amira',
    familyName: 'Khan',
    foldedFamilyName: 'khan',
    foldedGivenNames: 'amira',
  }
  await server.ownerDatabase.insert(people).values({ id: personId, ...names, createdAt: server.clock.now() })
  for (const days of [-1, 0, 400]) {
    await expect(
      admin().inviteExpert({ ...key(), ...base, personId, accessEndsAt: inDays(days) }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  }
  const input = { ...key(), ...base, personId, accessEndsAt: inDays(30) }
  expect(await admin().inviteExpert(input)).toEqual(await admin().inviteExpert(input))
  expect((await admin().listExperts({ text: base.email })).experts).toMatchObject([{ state: 'invited' }])
})
