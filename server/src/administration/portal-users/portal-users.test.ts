import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { auditEvents } from '../../audit/tables.ts'
import { people } from '../../people/tables.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['share', 'portalAdministration'])
})
afterAll(() => server.close())

async function buildChild(overrides: Partial<typeof people.$inferInsert> = {}): Promise<string> {
  const id = newId()
  await server.ownerDatabase.insert(people).values({
    id,
    givenNames: 'Amira',
    familyName: 'Khan',
    foldedFamilyName: 'khan',
    foldedGivenNames: 'amira',
    dateOfBirth: '2014-02-14',
    createdAt: server.clock.now(),
    ...overrides,
  })
  return id
}

function authenticate(userId: string, personId: string, endsAt?: string) {
  const evidence = { reason: 'Birth certificate seen', ...(endsAt ? { endsAt } : {}) }
  const access = { relation: 'parentCarer' as const, scopes: ['progress' as const], ...evidence }
  return server
    .caller(officer)
    .portalUsers.authenticate({ idempotencyKey: newId(), userId, personId, ...access })
}

const claim = {
  relation: 'parentCarer' as const,
  givenNames: 'Amira',
  familyName: 'Khan',
  dateOfBirth: '2014-02-14',
  evidence: 'Her birth certificate and my passport.',
}

test('portal users and staff without the process see no portal users, authenticate nobody and decide no claim', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  const nobody = await buildStaffSession(server, ['people', 'chronology'])
  for (const session of [parent, nobody]) {
    const { portalUsers } = server.caller(session)
    const refused = { code: 'FORBIDDEN' }
    const reason = 'Because I can'
    const ids = { userId: parent.userId, personId: newId() }
    await expect(portalUsers.list({})).rejects.toMatchObject(refused)
    await expect(portalUsers.get({ userId: parent.userId })).rejects.toMatchObject(refused)
    await expect(portalUsers.viewAs({ userId: parent.userId, reason })).rejects.toMatchObject(refused)
    await expect(
      portalUsers.authenticate({
        idempotencyKey: newId(),
        ...ids,
        relation: 'parentCarer',
        scopes: ['progress'],
        reason,
      }),
    ).rejects.toMatchObject(refused)
    await expect(portalUsers.listClaims()).rejects.toMatchObject(refused)
    await expect(portalUsers.listComingOfAge()).rejects.toMatchObject(refused)
    const decision = { idempotencyKey: newId(), claimId: newId(), decision: 'refuse' as const, reason }
    await expect(portalUsers.decideClaim(decision)).rejects.toMatchObject(refused)
    await expect(portalUsers.endAccess({ childAccessIds: [newId()], reason })).rejects.toMatchObject(refused)
    const off = { userId: parent.userId, disabled: true, reason }
    await expect(portalUsers.setDisabled(off)).rejects.toMatchObject(refused)
  }
})

test('V8.2.2 a portal user sees a child only while the authority has authenticated them for it', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  const other = await buildPortalSession(server, 'citizen')
  const personId = await buildChild()
  const { involvements } = server.caller(parent)
  const unknown = await involvements.getMyChild({ personId: newId() }).catch((error: unknown) => error)
  const notYet = await involvements.getMyChild({ personId }).catch((error: unknown) => error)
  expect(notYet).toEqual(unknown)
  expect(await involvements.listMyChildren()).toEqual({ children: [] })

  await authenticate(parent.userId, personId)
  expect(await involvements.listMyChildren()).toMatchObject({ children: [{ personId, givenNames: 'Amira' }] })
  expect(await involvements.getMyChild({ personId })).toMatchObject({ personId, involvements: [] })
  await expect(server.caller(other).involvements.getMyChild({ personId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('an authentication ends by itself at its end', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  const personId = await buildChild()
  await authenticate(parent.userId, personId, new Date(server.clock.now().getTime() + 60_000).toISOString())
  const { involvements } = server.caller(parent)
  expect((await involvements.listMyChildren()).children).toHaveLength(1)
  server.clock.moveBy(60_000)
  expect((await involvements.listMyChildren()).children).toHaveLength(0)
  await expect(involvements.getMyChild({ personId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('V8.3.2 ending authentications in bulk acts on the very next request, and leaves who, when and why', async () => {
  const parents = await Promise.all([1, 2, 3].map(() => buildPortalSession(server, 'citizen')))
  const personId = await buildChild()
  const childAccessIds: string[] = []
  for (const { userId } of parents) childAccessIds.push((await authenticate(userId, personId)).childAccessId)
  const reason = 'Court order of 2 March'
  expect(await server.caller(officer).portalUsers.endAccess({ childAccessIds, reason })).toEqual({ ended: 3 })
  for (const parent of parents) {
    await expect(server.caller(parent).involvements.getMyChild({ personId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  }
  const events = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'childAccess.end'))
  expect(events.filter((event) => event.personId === personId)).toHaveLength(3)
  expect(events.every((event) => event.actorUserId === officer.userId && event.reason)).toBe(true)
  const again = await server.caller(officer).portalUsers.endAccess({ childAccessIds, reason })
  expect(again).toEqual({ ended: 0 })
})

test('nobody is authenticated twice for a child, nor with a closed account, nor for a child that is not there', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  const personId = await buildChild()
  await authenticate(parent.userId, personId)
  await expect(authenticate(parent.userId, personId)).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(authenticate(parent.userId, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(authenticate(officer.userId, personId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const gone = await buildPortalSession(server, 'citizen')
  await server
    .caller(officer)
    .portalUsers.setDisabled({ userId: gone.userId, disabled: true, reason: 'Left' })
  await expect(authenticate(gone.userId, personId)).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('a claim tells its sender nothing of whether the child is known, and of two officers one decides', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  const personId = await buildChild()
  const sender = server.caller(parent).childAccess
  const { claimId } = await sender.claim({ idempotencyKey: newId(), ...claim })
  await sender.claim({ idempotencyKey: newId(), ...claim, givenNames: 'Nobody', familyName: 'Known' })
  const { claims } = await sender.listMyClaims()
  expect(claims.map(({ state }) => state)).toEqual(['waiting', 'waiting'])

  const second = await buildStaffSession(server, ['share'], { name: 'Sam Okafor' })
  const accept = {
    claimId,
    decision: 'accept' as const,
    personId,
    scopes: ['progress' as const],
    reason: 'Birth certificate and passport seen',
  }
  const decided = await Promise.all(
    [officer, second].map((session) =>
      server.caller(session).portalUsers.decideClaim({ idempotencyKey: newId(), ...accept }),
    ),
  )
  expect(decided.map(({ outcome }) => outcome).toSorted()).toEqual(['alreadyHandled', 'decided'])
  await server.runJobs()
  const mail = server.mailbox.at(-1)
  expect(mail).toMatchObject({ to: parent.email })
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Amira|Khan/)
  expect((await server.caller(parent).involvements.listMyChildren()).children).toMatchObject([{ personId }])
})

test('a claim is withdrawn by its sender alone, and not after the decision', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  const other = await buildPortalSession(server, 'citizen')
  const sender = server.caller(parent).childAccess
  const { claimId } = await sender.claim({ idempotencyKey: newId(), ...claim })
  const stranger = server.caller(other).childAccess
  await expect(stranger.withdrawClaim({ claimId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await sender.withdrawClaim({ claimId })).toEqual({ outcome: 'withdrawn' })
  await expect(sender.withdrawClaim({ claimId })).rejects.toMatchObject({ code: 'CONFLICT' })
  const decision = { claimId, decision: 'refuse' as const, reason: 'Not their child' }
  expect(
    await server.caller(officer).portalUsers.decideClaim({ idempotencyKey: newId(), ...decision }),
  ).toMatchObject({ outcome: 'alreadyHandled' })
})

test('ten claims may wait at a time', async () => {
  const sender = server.caller(await buildPortalSession(server, 'citizen')).childAccess
  for (let count = 0; count < 10; count += 1) await sender.claim({ idempotencyKey: newId(), ...claim })
  await expect(sender.claim({ idempotencyKey: newId(), ...claim })).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
  })
})

test('the list finds portal users by part of a name or address, by kind, state and authentication', async () => {
  const parent = await buildPortalSession(server, 'citizen', { name: 'Ffion 100% Prys_Jones' })
  const { portalUsers } = server.caller(officer)
  const found = async (filter: Parameters<typeof portalUsers.list>[0]) =>
    (await portalUsers.list(filter)).users.map(({ userId }) => userId)
  expect(await found({ text: '100% prys_' })).toEqual([parent.userId])
  expect(await found({ text: parent.email, kind: 'professional' })).toEqual([])
  expect(await found({ text: parent.email, authenticated: true })).toEqual([])
  await authenticate(parent.userId, await buildChild())
  expect(await found({ text: parent.email, authenticated: true })).toEqual([parent.userId])
  await portalUsers.setDisabled({ userId: parent.userId, disabled: true, reason: 'Lost phone' })
  expect(await found({ text: parent.email, state: 'disabled' })).toEqual([parent.userId])
  expect(await found({ text: 'ffion', state: 'open' })).toEqual([])
})

test('view as shows exactly what the portal user sees, and the looker stands in the audit trail', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  const personId = await buildChild()
  await authenticate(parent.userId, personId)
  const { portalUsers } = server.caller(officer)
  const reason = 'The parent rang and sees nothing'
  const seen = await portalUsers.viewAs({ userId: parent.userId, reason })
  const own = server.caller(parent)
  expect(seen.children).toEqual([await own.involvements.getMyChild({ personId })])
  expect(seen.submissions).toEqual((await own.submissions.listMine()).submissions)
  const events = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.personId, personId))
  const looked = events.filter(({ actorUserId }) => actorUserId === officer.userId)
  expect(looked.map(({ action }) => action)).toContain('involvements.getMyChild')
})

test('the end of compulsory school age asks for a decision until a newer authentication is one', async () => {
  const parent = await buildPortalSession(server, 'citizen', { name: 'Nadia Khan' })
  const young = await buildChild()
  const almost = await buildChild({ dateOfBirth: '2010-05-01' })
  const grown = await buildChild({ dateOfBirth: '2009-01-15' })
  for (const personId of [young, almost, grown]) await authenticate(parent.userId, personId)
  const asked = async () => {
    const { portalUsers } = server.caller(await buildStaffSession(server, ['share']))
    return (await portalUsers.listComingOfAge()).youngPeople.map(({ personId }) => personId)
  }
  // The clock stands at 2 March 2026: one turned 16 in the last school year, one ends on 26 June 2026.
  expect(await asked()).not.toContain(young)
  expect(await asked()).not.toContain(almost)
  expect(await asked()).not.toContain(grown)
  server.clock.moveBy(60 * 86_400_000)
  expect(await asked()).toContain(almost)
})
