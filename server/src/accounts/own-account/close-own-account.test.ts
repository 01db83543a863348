import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { auditEvents } from '../../audit/tables.ts'
import { people } from '../../people/tables.ts'
import { buildOrganisation, buildVerification } from '../../testing/build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { buildPortalAccount } from '../../testing/portal-account.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { childAccess } from '../child-access/tables.ts'
import { organisationMembers } from '../organisations/tables.ts'
import { passkeys, recoveryCodes } from '../second-steps/tables.ts'
import { passwordResets, users } from '../tables.ts'

let server: TestServer
let officer: BuiltSession
const why = 'The account was closed by its owner'

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['share', 'portalAdministration', 'verifyProfessionals'])
})
afterAll(() => server.close())

async function buildChild(): Promise<string> {
  const id = newId()
  const name = {
    givenNames: 'Amira',
    familyName: 'Khan',
    foldedGivenNames: 'amira',
    foldedFamilyName: 'khan',
  }
  await server.ownerDatabase.insert(people).values({ id, ...name, createdAt: server.clock.now() })
  return id
}

async function authenticate(
  userId: string,
  overrides: { organisationId?: string; endsAt?: string } = {},
): Promise<string> {
  const relation = overrides.organisationId ? ('professional' as const) : ('parentCarer' as const)
  const access = { relation, scopes: ['progress' as const], reason: 'Seen', ...overrides }
  const { childAccessId } = await server
    .caller(officer)
    .portalUsers.authenticate({ idempotencyKey: newId(), userId, personId: await buildChild(), ...access })
  return childAccessId
}

const accessOf = async (userId: string) =>
  server.ownerDatabase
    .select()
    .from(childAccess)
    .where(eq(childAccess.userId, userId))
    .orderBy(childAccess.id)

test('closing ends whom the owner sees and nobody else’s access, and every end stands in the child’s trail', async () => {
  const [parent, other] = [
    await buildPortalSession(server, 'citizen'),
    await buildPortalSession(server, 'citizen'),
  ]
  await authenticate(parent.userId, { endsAt: new Date(server.clock.now().getTime() + 1000).toISOString() })
  server.clock.moveBy(2000)
  const open = await authenticate(parent.userId)
  await authenticate(other.userId)
  await server.caller(parent).ownAccount.close()
  const [ranOut, ended] = await accessOf(parent.userId)
  // What had run out before keeps its own end.
  expect(ranOut).toMatchObject({ endedAt: null, endReason: null })
  expect(ended).toMatchObject({ id: open, endedBy: parent.userId, endReason: why })
  expect(await accessOf(other.userId)).toMatchObject([{ endedAt: null }])
  const events = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.actorUserId, parent.userId), eq(auditEvents.action, 'childAccess.end')))
  expect(events).toMatchObject([{ personId: ended?.personId, reason: why }])
  const { access } = await server.caller(officer).portalUsers.get({ userId: parent.userId })
  expect(access.every(({ active }) => !active)).toBe(true)
  await expect(authenticate(parent.userId)).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('closing leaves every organisation, withdraws what waits, and is not stopped by being the last lead', async () => {
  const [lead, member] = [
    await buildPortalSession(server, 'professional'),
    await buildPortalSession(server, 'professional'),
  ]
  await buildVerification(server, lead.userId, officer.userId)
  const led = await buildOrganisation(server, {
    members: [
      [lead, 'lead'],
      [member, 'member'],
    ],
  })
  const asked = await buildOrganisation(server)
  const professional = server.caller(lead)
  await professional.organisations.ask({ idempotencyKey: newId(), organisationId: asked })
  await professional.organisations.invite({
    idempotencyKey: newId(),
    organisationId: led,
    email: 'new.colleague@example.org',
    role: 'member',
  })
  await authenticate(lead.userId, { organisationId: led })
  await professional.ownAccount.close()

  const own = await server.ownerDatabase
    .select()
    .from(organisationMembers)
    .where(eq(organisationMembers.userId, lead.userId))
  expect(own.map(({ state }) => state)).toEqual(['left', 'left'])
  expect(await accessOf(lead.userId)).toMatchObject([{ endReason: why }])
  await server.runJobs()
  const message = server.mailbox.findLast(({ to }) => to === 'new.colleague@example.org')
  const token = /\/invitations\/(\S+)/.exec(message?.text ?? '')?.[1] ?? ''
  const found = await server
    .caller({ face: 'professional', token: null })
    .organisations.findInvitation({ token })
  expect(found).toMatchObject({ outcome: 'withdrawn' })
  const events = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.actorUserId, lead.userId), eq(auditEvents.action, 'ownAccount.close')))
  expect(events).toMatchObject([{ details: { memberships: 2, invitations: 1, withdrawn: 0 } }])
})

test('nothing that signs in is kept of a closed account', async () => {
  const account = await buildPortalAccount(server)
  const { caller } = await account.signInFull()
  await caller.secondSteps.makeRecoveryCodes()
  await server.caller({ face: 'citizen', token: null }).accounts.requestPasswordReset({
    email: account.email,
    language: 'en',
  })
  const before = await server.ownerDatabase.select().from(users).where(eq(users.id, account.userId))
  await caller.ownAccount.close()
  const [user] = await server.ownerDatabase.select().from(users).where(eq(users.id, account.userId))
  expect(user).toMatchObject({ totpSecret: null, totpPendingSecret: null, email: account.email })
  expect(user?.passwordHash).not.toBe(before[0]?.passwordHash)
  for (const table of [recoveryCodes, passkeys, passwordResets]) {
    const rows = await server.ownerDatabase.select().from(table).where(eq(table.userId, account.userId))
    expect(rows).toEqual([])
  }
})

test('an officer who authenticates while the account closes leaves no open access behind', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  await Promise.allSettled([authenticate(parent.userId), server.caller(parent).ownAccount.close()])
  const open = and(eq(childAccess.userId, parent.userId), isNull(childAccess.endedAt))
  expect(await server.ownerDatabase.select().from(childAccess).where(open)).toEqual([])
})
