import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { invitations } from '../../accounts/organisations/tables.ts'
import { auditEvents } from '../../audit/tables.ts'
import { people } from '../../people/tables.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['share'], { name: 'Jo Carter' })
})
afterAll(() => server.close())

const dayMs = 86_400_000
const experts = (session = officer) => server.caller(session).organisationsAdmin
const reason = 'Advice under regulation 6'

async function buildChild(familyName: string): Promise<string> {
  const id = newId()
  const names = { givenNames: 'Amira', familyName, foldedGivenNames: 'amira', foldedFamilyName: familyName }
  await server.ownerDatabase.insert(people).values({ id, ...names, createdAt: server.clock.now() })
  return id
}

async function invite(email: string, personId: string, days: number): Promise<string> {
  const accessEndsAt = new Date(server.clock.now().getTime() + days * dayMs).toISOString()
  const { invitationId } = await experts().inviteExpert({
    idempotencyKey: newId(),
    email,
    personId,
    task: 'Advice on speech',
    accessEndsAt,
    reason,
  })
  return invitationId
}

async function accept(email: string): Promise<BuiltSession> {
  await server.runJobs()
  const { text = '' } = server.mailbox.findLast(({ to }) => to === email) ?? {}
  const token = /\/invitations\/(\S+)/.exec(text)?.[1] ?? ''
  const expert = await buildPortalSession(server, 'professional', { name: 'Ed Psych' })
  expect((await server.caller(expert).organisations.acceptInvitation({ token })).outcome).toBe('linked')
  return expert
}

test('whoever may not share is shown no expert and no child', async () => {
  const others = ['portalAdministration', 'people', 'userAdministration', 'verifyProfessionals'] as const
  for (const session of [
    await buildStaffSession(server, [...others]),
    await buildPortalSession(server, 'professional'),
  ])
    await expect(experts(session).listExperts({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('the list finds experts by how they stand, and by the name of the expert or the child, as the rule has it', async () => {
  const marker = `Fam${newId().slice(-6)}`
  const personId = await buildChild(marker)
  const emails = Object.fromEntries(
    ['invited', 'active', 'late', 'over', 'withdrawn', 'ended'].map((name) => [
      name,
      `${name}-${newId()}@example.org`,
    ]),
  )
  const { invited = '', active = '', late = '', over = '', withdrawn = '', ended = '' } = emails
  await invite(over, personId, 20)
  await invite(late, personId, 30)
  await accept(over)
  server.clock.moveBy(20 * dayMs)
  officer = await buildStaffSession(server, ['share'], { name: 'Jo Carter' })
  await invite(invited, personId, 30)
  await invite(active, personId, 30)
  await accept(active)
  await invite(ended, personId, 30)
  const gone = await accept(ended)
  const invitationId = await invite(withdrawn, personId, 30)
  expect(await experts().withdrawExpert({ invitationId, reason })).toEqual({ outcome: 'withdrawn' })
  const { access } = await server.caller(officer).portalUsers.listActiveAccess({ userIds: [gone.userId] })
  await server
    .caller(officer)
    .portalUsers.endAccess({ childAccessIds: access.map((one) => one.childAccessId), reason })

  const found = async (state?: 'invited' | 'active' | 'expired' | 'withdrawn') => {
    const { experts: listed } = await experts().listExperts({ text: marker, ...(state ? { state } : {}) })
    if (state) expect(new Set(listed.map((one) => one.state))).toEqual(new Set([state]))
    return listed.map(({ email }) => email)
  }
  expect(await found('invited')).toEqual([invited])
  expect(await found('active')).toEqual([active])
  expect(await found('expired')).toEqual([late, over])
  expect(await found('withdrawn')).toEqual([withdrawn, ended])
  expect(await found()).toHaveLength(6)
  expect((await experts().listExperts({ text: 'ed psy', state: 'active' })).experts).toMatchObject([
    { email: active, name: 'Ed Psych', childName: `Amira ${marker}`, invitedBy: 'Jo Carter' },
  ])
  expect((await experts().listExperts({ text: `amira ${marker}` })).experts).toHaveLength(6)
  expect((await experts().listExperts({ text: 'Fam%' })).experts).toEqual([])
  // What is over is not taken back once more.
  const { experts: old } = await experts().listExperts({ text: over })
  const past = { invitationId: old[0]?.invitationId ?? '', reason }
  expect(await experts().withdrawExpert(past)).toEqual({ outcome: 'alreadyHandled' })
})

test('a withdrawal ends what the expert saw also where the clock goes on while they accept', async () => {
  const personId = await buildChild('Okoro')
  const email = `ticking-${newId()}@example.org`
  const invitationId = await invite(email, personId, 30)
  const now = server.clock.now.bind(server.clock)
  let reads = 0
  server.clock.now = () => new Date(now().getTime() + (reads += 1))
  const expert = await accept(email)
  server.clock.now = now
  server.clock.moveBy(60_000)
  const children = async () => (await server.caller(expert).involvements.listMyChildren()).children.length
  expect(await children()).toBe(1)
  expect((await experts().listExperts({ text: email })).experts).toMatchObject([{ state: 'active' }])
  expect(await experts().withdrawExpert({ invitationId, reason })).toEqual({ outcome: 'withdrawn' })
  expect(await children()).toBe(0)
})

test('the look is audited with the children shown, and the words that were searched for are not', async () => {
  const marker = `Word${newId().slice(-6)}`
  const personId = await buildChild(marker)
  await invite(`one-${newId()}@example.org`, personId, 30)
  await invite(`two-${newId()}@example.org`, personId, 30)
  await experts().listExperts({ text: marker })
  const events = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.action, 'organisationsAdmin.listExperts'),
        eq(auditEvents.actorUserId, officer.userId),
      ),
    )
  expect(events.at(-1)?.details).toMatchObject({ found: 2, people: [personId] })
  expect(JSON.stringify(events)).not.toContain(marker)
})

test('many experts come a page at a time, each once', async () => {
  const marker = `Page${newId().slice(-6)}`
  const personId = await buildChild(marker)
  const accessEndsAt = new Date(server.clock.now().getTime() + 30 * dayMs)
  await server.ownerDatabase.insert(invitations).values(
    Array.from({ length: 101 }, (_, number) => ({
      id: newId(),
      tokenHash: newId(),
      email: `many-${number}@example.org`,
      personId,
      task: 'Advice',
      accessEndsAt,
      invitedBy: officer.userId,
      createdAt: server.clock.now(),
      expiresAt: accessEndsAt,
    })),
  )
  const first = await experts().listExperts({ text: marker })
  expect(first.experts).toHaveLength(100)
  const second = await experts().listExperts({ text: marker, after: first.next ?? '' })
  expect(second.next).toBeNull()
  const ids = [...first.experts, ...second.experts].map(({ invitationId }) => invitationId)
  expect(new Set(ids).size).toBe(101)
})
