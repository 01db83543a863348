import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { people } from '../../people/tables.ts'
import { buildOrganisation } from '../../testing/build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['share'])
})
afterAll(() => server.close())

const dayMs = 86_400_000
const key = () => ({ idempotencyKey: newId() })
const professional = (name = 'Sam Evans') => buildPortalSession(server, 'professional', { name })
const of = (session: BuiltSession) => server.caller(session).organisations
const nobody = { face: 'professional' as const, token: null }
const find = (token: string) => server.caller(nobody).organisations.findInvitation({ token })

/** The token in the newest invitation to an address, and the message. */
async function readMail(email: string) {
  await server.runJobs()
  const mail = server.mailbox.findLast(({ to, text }) => to === email && text.includes('/invitations/'))
  const token = /\/invitations\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
  return { token, mail }
}

async function buildInvitation(role: 'member' | 'lead' = 'member') {
  const lead = await professional('Lena Lead')
  const name = `Oak School ${newId()}`
  const organisationId = await buildOrganisation(server, { name, members: [[lead, 'lead']] })
  const email = `new-${newId()}@example.org`
  const invited = await of(lead).invite({ ...key(), organisationId, email, role })
  if (invited.outcome !== 'invited') throw new Error(invited.outcome)
  const { token, mail } = await readMail(email)
  return { lead, name, organisationId, email, token, mail, invitationId: invited.invitationId }
}

async function buildChild(): Promise<string> {
  const id = newId()
  const names = {
    givenNames: 'Amira',
    familyName: 'Khan',
    foldedFamilyName: 'khan',
    foldedGivenNames: 'amira',
  }
  const born = { dateOfBirth: '2014-02-14', createdAt: server.clock.now() }
  await server.ownerDatabase.insert(people).values({ id, ...names, ...born })
  return id
}

async function inviteExpert(days = 30) {
  const personId = await buildChild()
  const accessEndsAt = new Date(server.clock.now().getTime() + days * dayMs).toISOString()
  const task = 'Advice on the speech of Amira Khan'
  const email = `expert-${newId()}@example.org`
  const { invitationId } = await server.caller(officer).organisationsAdmin.inviteExpert({
    ...key(),
    email,
    personId,
    task,
    accessEndsAt,
    reason: 'Advice under regulation 6',
  })
  return { personId, invitationId, ...(await readMail(email)) }
}

test('a link opens nothing on another face, without a session, with half of one, or when it was made up', async () => {
  const { token } = await buildInvitation()
  const family = { face: 'citizen' as const, token: null }
  expect(await server.caller(family).organisations.findInvitation({ token })).toEqual({ outcome: 'unknown' })
  expect(await find('made-up')).toEqual({ outcome: 'unknown' })
  const anybody = server.caller(nobody).organisations
  await expect(anybody.acceptInvitation({ token })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  const half = await buildPortalSession(server, 'professional', { secondStep: false })
  await expect(of(half).acceptInvitation({ token })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  const parent = await buildPortalSession(server, 'citizen')
  await expect(of(parent).acceptInvitation({ token })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await of(await professional()).acceptInvitation({ token: 'made-up' })).toEqual({
    outcome: 'refused',
    why: 'unknown',
  })
})

test('an invitation says the organisation, is accepted from another address, and only by its link', async () => {
  const { token, mail, name, organisationId, email } = await buildInvitation('lead')
  expect(mail).toMatchObject({ to: email })
  expect(mail?.text).toContain(name)
  expect(await find(token)).toMatchObject({ outcome: 'open', organisationName: name, role: 'lead' })
  const newcomer = await professional()
  expect(await of(newcomer).acceptInvitation({ token })).toEqual({ outcome: 'joined', organisationId })
  expect(await of(newcomer).acceptInvitation({ token })).toEqual({ outcome: 'joined', organisationId })
  expect((await of(newcomer).mine()).memberships).toMatchObject([{ role: 'lead', state: 'active' }])
  expect(await find(token)).toEqual({ outcome: 'used', organisationName: name })
})

test('an invitation used by ten people at once lets exactly one in, in twenty rounds', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { token, organisationId, lead } = await buildInvitation()
    const holders = await Promise.all(Array.from({ length: 10 }, () => professional()))
    const outcomes = await Promise.all(holders.map((holder) => of(holder).acceptInvitation({ token })))
    expect(outcomes.filter(({ outcome }) => outcome === 'joined')).toHaveLength(1)
    for (const outcome of outcomes) if (outcome.outcome === 'refused') expect(outcome.why).toBe('used')
    expect((await of(lead).listMembers({ organisationId })).members).toHaveLength(2)
  }
})

test('an old link explains itself: run out after 14 days, withdrawn, or replaced by a newer one', async () => {
  const { token, name, organisationId, invitationId, email } = await buildInvitation()
  const aim = { organisationId, invitationId }
  server.clock.moveBy(14 * dayMs)
  const keeper = await signInAnew(organisationId)
  expect(await find(token)).toEqual({ outcome: 'expired', organisationName: name })
  const late = await professional()
  expect(await of(late).acceptInvitation({ token })).toEqual({ outcome: 'refused', why: 'expired' })
  expect(await of(keeper).resendInvitation({ ...key(), ...aim })).toEqual({ outcome: 'sent' })
  const again = (await readMail(email)).token
  expect(await find(token)).toEqual({ outcome: 'unknown' })
  expect(await find(again)).toMatchObject({ outcome: 'open' })
  expect(await of(keeper).withdrawInvitation(aim)).toEqual({ outcome: 'withdrawn' })
  expect(await of(keeper).withdrawInvitation(aim)).toEqual({ outcome: 'alreadyHandled' })
  expect(await find(again)).toEqual({ outcome: 'withdrawn', organisationName: name })
  expect(await of(late).acceptInvitation({ token: again })).toEqual({ outcome: 'refused', why: 'withdrawn' })
  expect(await of(keeper).resendInvitation({ ...key(), ...aim })).toEqual({ outcome: 'alreadyHandled' })
})

/** Days pass and sessions end: another lead of the same organisation takes over. */
async function signInAnew(organisationId: string): Promise<BuiltSession> {
  const keeper = await professional('Kit Keeper')
  const admin = await buildStaffSession(server, ['portalAdministration'])
  await server
    .caller(admin)
    .organisationsAdmin.appointLead({ organisationId, userId: keeper.userId, reason: 'Asked to by the head' })
  officer = await buildStaffSession(server, ['share'])
  return keeper
}

test('accepting and withdrawing at once ends in one of the two, and never in a wait for each other', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { token, lead, organisationId, invitationId } = await buildInvitation()
    const holder = await professional()
    const [accepted, withdrawn] = await Promise.all([
      of(holder).acceptInvitation({ token }),
      of(lead).withdrawInvitation({ organisationId, invitationId }),
    ])
    expect([
      ['joined', 'alreadyHandled'],
      ['refused', 'withdrawn'],
    ]).toContainEqual([accepted.outcome, withdrawn.outcome])
  }
})

test('an address is invited once at a time, and its owner is reminded on their own page', async () => {
  const { lead, organisationId, name } = await buildInvitation()
  const owner = await professional()
  const invite = { organisationId, email: owner.email.toUpperCase(), role: 'member' as const }
  const input = { ...key(), ...invite }
  const first = await of(lead).invite(input)
  expect(await of(lead).invite(input)).toEqual(first)
  expect(await of(lead).invite({ ...key(), ...invite })).toEqual({ outcome: 'alreadyInvited' })
  expect((await of(owner).mine()).invitations).toMatchObject([{ organisationName: name }])
  expect((await of(lead).listMembers({ organisationId })).invitations).toHaveLength(2)
})

test('who was removed cannot come back by an invitation that they sent to themselves', async () => {
  const { lead, organisationId } = await buildInvitation('lead')
  const other = await professional()
  const admin = await buildStaffSession(server, ['portalAdministration'])
  const authority = server.caller(admin).organisationsAdmin
  const reason = 'Asked to by the head'
  await authority.appointLead({ organisationId, userId: other.userId, reason })
  const email = `self-${newId()}@example.org`
  await of(other).invite({ ...key(), organisationId, email, role: 'lead' })
  const { token } = await readMail(email)
  expect(await of(lead).remove({ organisationId, userId: other.userId, reason })).toEqual({
    outcome: 'removed',
  })
  expect(await of(other).acceptInvitation({ token })).toEqual({ outcome: 'refused', why: 'withdrawn' })
})

test('an outside expert sees one child until the end of the task, and the message tells nothing of it', async () => {
  const { personId, token, mail } = await inviteExpert(30)
  const task = 'Advice on the speech of Amira Khan'
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Amira|Khan|speech/)
  expect(JSON.stringify(await find(token))).not.toMatch(/Amira|Khan|speech/)
  const expert = await professional()
  expect(await of(expert).acceptInvitation({ token })).toMatchObject({ outcome: 'linked' })
  const { involvements } = server.caller(expert)
  expect((await involvements.listMyChildren()).children).toMatchObject([{ personId, relation: 'expert' }])
  const { experts } = await server.caller(officer).organisationsAdmin.listExperts({ text: mail?.to ?? '' })
  expect(experts).toMatchObject([{ name: 'Sam Evans', childName: 'Amira Khan', state: 'active' }])
  const other = await professional()
  expect(await of(other).acceptInvitation({ token })).toEqual({ outcome: 'refused', why: 'used' })
  expect((await server.caller(other).involvements.listMyChildren()).children).toEqual([])
  expect((await involvements.getMyChild({ personId })).asked?.task).toBe(task)
  expect((await involvements.listMyTasks()).tasks).toMatchObject([{ personId, familyName: 'Khan', task }])
  expect((await server.caller(other).involvements.listMyTasks()).tasks).toEqual([])
})

test('the task is told to the invited expert while it lasts, and the evidence about anybody else to nobody', async () => {
  const { personId, token, invitationId } = await inviteExpert(30)
  const parent = await buildPortalSession(server, 'citizen')
  const other = await professional()
  const reason = 'Birth certificate seen'
  const seen = { ...key(), personId, scopes: ['progress' as const], reason }
  const officers = server.caller(officer)
  await officers.portalUsers.authenticate({ ...seen, userId: parent.userId, relation: 'parentCarer' })
  await officers.portalUsers.authenticate({ ...seen, ...key(), userId: other.userId, relation: 'expert' })
  for (const session of [parent, other]) {
    const { involvements } = server.caller(session)
    expect((await involvements.getMyChild({ personId })).asked).toBeNull()
    expect((await involvements.listMyTasks()).tasks).toEqual([])
  }
  const expert = await professional()
  await of(expert).acceptInvitation({ token })
  const { involvements } = server.caller(expert)
  expect((await involvements.listMyTasks()).tasks).toHaveLength(1)
  await officers.organisationsAdmin.withdrawExpert({ invitationId, reason: 'Advice received' })
  expect((await involvements.listMyTasks()).tasks).toEqual([])
  await expect(involvements.getMyChild({ personId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('an expert’s access ends by itself, and at once when it is withdrawn', async () => {
  const short = await inviteExpert(0.01)
  const expert = await professional()
  await of(expert).acceptInvitation({ token: short.token })
  const { involvements } = server.caller(expert)
  expect((await involvements.listMyChildren()).children).toHaveLength(1)
  server.clock.moveBy(0.01 * dayMs)
  expect((await involvements.listMyChildren()).children).toEqual([])

  const long = await inviteExpert(30)
  await of(expert).acceptInvitation({ token: long.token })
  expect((await involvements.listMyChildren()).children).toHaveLength(1)
  const admin = server.caller(officer).organisationsAdmin
  const withdrawal = { invitationId: long.invitationId, reason: 'Advice received' }
  expect(await admin.withdrawExpert(withdrawal)).toEqual({ outcome: 'withdrawn' })
  expect((await involvements.listMyChildren()).children).toEqual([])
  expect(await admin.withdrawExpert(withdrawal)).toEqual({ outcome: 'alreadyHandled' })
  const unused = await inviteExpert(30)
  await admin.withdrawExpert({ invitationId: unused.invitationId, reason: 'Not needed any more' })
  expect(await of(expert).acceptInvitation({ token: unused.token })).toEqual({
    outcome: 'refused',
    why: 'withdrawn',
  })
})

test('an expert who is authenticated for the child already hears so, and the invitation stays open', async () => {
  const { personId, token } = await inviteExpert(30)
  const expert = await professional()
  await server.caller(officer).portalUsers.authenticate({
    ...key(),
    userId: expert.userId,
    personId,
    relation: 'expert',
    scopes: ['progress'],
    reason: 'Advice asked for',
  })
  expect(await of(expert).acceptInvitation({ token })).toEqual({ outcome: 'refused', why: 'alreadyLinked' })
  expect(await find(token)).toMatchObject({ outcome: 'openExpert' })
})
