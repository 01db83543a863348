import { eq } from 'drizzle-orm'
import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortalSession, buildStaffSession } from '../../testing/build-sessions.ts'
import { buildPortalAccount, type PortalAccount } from '../../testing/portal-account.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { decodeBase32IgnorePadding } from '@oslojs/encoding'
import { generateHOTP } from '@oslojs/otp'
import { auditEvents } from '../../audit/tables.ts'

let server: TestServer
const hourMs = 3_600_000

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

async function administrator() {
  return server.caller(await buildStaffSession(server, ['userAdministration']))
}

async function asked(account: PortalAccount) {
  const { caller } = await account.signInHalf()
  await caller.secondSteps.askRecovery()
  const admin = await administrator()
  const { recoveries } = await admin.secondSteps.listRecoveries()
  const recovery = recoveries.find(({ userId }) => userId === account.userId)
  if (!recovery) throw new Error('Nobody waits')
  return { admin, recoveryId: recovery.recoveryId }
}

async function approved(account: PortalAccount) {
  const { admin, recoveryId } = await asked(account)
  const decision = { recoveryId, decision: 'approve', reason: 'Showed a passport' } as const
  await admin.secondSteps.decideRecovery({ idempotencyKey: newId(), ...decision })
  return { admin, recoveryId }
}

async function setUpNewApp(account: PortalAccount) {
  const { caller, maySetUp } = await account.signInHalf()
  expect(maySetUp).toBe(true)
  const { secret } = await caller.accounts.beginTotp()
  const step = BigInt(Math.floor(server.clock.now().getTime() / 30_000))
  const code = generateHOTP(decodeBase32IgnorePadding(secret), step, 6)
  return caller.accounts.verifySecondStep({ method: 'totp', code })
}

test('staff without the process see and decide nothing, and no portal user decides', async () => {
  const others = [
    server.caller(await buildStaffSession(server, ['people', 'portalAdministration'])),
    server.caller(await buildPortalSession(server, 'citizen')),
  ]
  const reason = 'Because'
  for (const other of others) {
    const key = { idempotencyKey: newId() }
    for (const attempt of [
      () => other.secondSteps.listRecoveries(),
      () => other.secondSteps.countRecoveries(),
      () => other.secondSteps.decideRecovery({ ...key, recoveryId: newId(), decision: 'approve', reason }),
      () => other.secondSteps.reset({ ...key, userId: newId(), reason }),
    ])
      await expect(attempt()).rejects.toMatchObject({ id: 'not-allowed' })
  }
  const looking = server.caller(await buildStaffSession(server, ['userAdministration.read']))
  await expect(looking.secondSteps.listRecoveries()).resolves.toBeDefined()
  await expect(
    looking.secondSteps.reset({ idempotencyKey: newId(), userId: newId(), reason }),
  ).rejects.toMatchObject({ id: 'not-allowed' })
})

test('nobody asks for a recovery without the password, on the desktop, or with both steps done', async () => {
  const anybody = server.caller({ face: 'citizen', token: null })
  await expect(anybody.secondSteps.askRecovery()).rejects.toMatchObject({ id: 'sign-in-needed' })
  const staff = server.caller(await buildStaffSession(server, [], { secondStep: false }))
  await expect(staff.secondSteps.askRecovery()).rejects.toMatchObject({ id: 'not-allowed' })
  const full = server.caller(await buildPortalSession(server, 'citizen'))
  await expect(full.secondSteps.askRecovery()).rejects.toMatchObject({ id: 'not-allowed' })
})

test('an approval opens a day later, and then a new app takes the place of everything and ends other sessions', async () => {
  const account = await buildPortalAccount(server)
  const before = await account.signInFull()
  await before.caller.secondSteps.makeRecoveryCodes()
  await approved(account)
  server.clock.moveBy(23 * hourMs)
  const early = await account.signInHalf()
  expect(early.maySetUp).toBe(false)
  await expect(early.caller.accounts.beginTotp()).rejects.toMatchObject({ id: 'not-allowed' })
  const open = await buildPortalSession(server, 'citizen')

  server.clock.moveBy(hourMs)
  const oldCode = account.nextCode()
  const outcome = await setUpNewApp(account)
  if (outcome.outcome !== 'verified') throw new Error(outcome.outcome)
  const full = server.caller({ face: 'citizen', token: outcome.token })
  expect(await full.secondSteps.overview()).toMatchObject({ hasApp: true, recoveryCodesLeft: 0 })
  const { caller } = await account.signInHalf()
  expect(await caller.accounts.verifySecondStep({ method: 'totp', code: oldCode })).toMatchObject({
    outcome: 'refused',
  })
  await expect(early.caller.accounts.me()).rejects.toMatchObject({ id: 'sign-in-needed' })
  await expect(server.caller(open).accounts.me()).rejects.toMatchObject({ id: 'sign-in-needed' })
  expect(await account.readMail(/(new way to sign in was set up)/)).toBeTruthy()
  expect((await caller.secondSteps.mine()).maySetUp).toBe(false)
})

test('an approval closes again after a week, and leaves the list', async () => {
  const account = await buildPortalAccount(server)
  const { admin } = await approved(account)
  const listed = async () =>
    (await admin.secondSteps.listRecoveries()).recoveries.some(({ userId }) => userId === account.userId)
  expect(await listed()).toBe(true)
  server.clock.moveBy((24 + 7 * 24) * hourMs)
  expect((await account.signInHalf()).maySetUp).toBe(false)
  const later = await administrator()
  const { recoveries } = await later.secondSteps.listRecoveries()
  expect(recoveries.some(({ userId }) => userId === account.userId)).toBe(false)
})

test('the count is of those who wait for a decision, goes down with it, and leaves no line', async () => {
  const admin = await administrator()
  const { waiting } = await admin.secondSteps.countRecoveries()
  const { recoveryId } = await asked(await buildPortalAccount(server))
  const lines = () => server.ownerDatabase.$count(auditEvents)
  const before = await lines()
  expect(await admin.secondSteps.countRecoveries()).toEqual({ waiting: waiting + 1 })
  expect(await lines()).toBe(before)
  const decision = { recoveryId, decision: 'approve', reason: 'Showed a passport' } as const
  await admin.secondSteps.decideRecovery({ idempotencyKey: newId(), ...decision })
  expect(await admin.secondSteps.countRecoveries()).toEqual({ waiting })
})

test('the owner hears of it at once and stops it by the link, once, and no other link does', async () => {
  const account = await buildPortalAccount(server)
  await asked(account)
  const token = await account.readMail(/\/second-step\/stop\/(\S+)/)
  const anybody = server.caller({ face: 'citizen', token: null })
  const [id] = token.split('.')
  const forged = `${id}.${'0'.repeat(64)}`
  expect(await anybody.secondSteps.cancelRecovery({ token: forged })).toEqual({ outcome: 'over' })
  expect(await anybody.secondSteps.cancelRecovery({ token })).toEqual({ outcome: 'cancelled' })
  expect(await anybody.secondSteps.cancelRecovery({ token })).toEqual({ outcome: 'over' })
})

test('the link still stops an approval, and signing in as always stops it too', async () => {
  const byLink = await buildPortalAccount(server)
  await approved(byLink)
  const token = await byLink.readMail(/\/second-step\/stop\/(\S+)/)
  await server.caller({ face: 'citizen', token: null }).secondSteps.cancelRecovery({ token })
  const bySignIn = await buildPortalAccount(server)
  await approved(bySignIn)
  await bySignIn.signInFull()
  server.clock.moveBy(25 * hourMs)
  for (const account of [byLink, bySignIn]) expect((await account.signInHalf()).maySetUp).toBe(false)
})

test('a decision is made once, with its reason in the audit trail, and a refusal opens nothing', async () => {
  const account = await buildPortalAccount(server)
  const { admin, recoveryId } = await asked(account)
  const decide = (decision: 'approve' | 'refuse') =>
    admin.secondSteps.decideRecovery({
      idempotencyKey: newId(),
      recoveryId,
      decision,
      reason: 'Not known here',
    })
  expect(await decide('refuse')).toEqual({ outcome: 'decided' })
  expect(await decide('approve')).toEqual({ outcome: 'alreadyDecided' })
  expect(await account.readMail(/(could not let you)/)).toBeTruthy()
  server.clock.moveBy(25 * hourMs)
  expect((await account.signInHalf()).maySetUp).toBe(false)
  const events = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.objectId, account.userId))
  expect(events).toContainEqual(
    expect.objectContaining({ action: 'secondSteps.decideRecovery', reason: 'Not known here' }),
  )
})

test('staff reset a second step with a reason by the same path: told, a day, a week', async () => {
  const account = await buildPortalAccount(server)
  const admin = await administrator()
  const input = { idempotencyKey: newId(), userId: account.userId, reason: 'Came to the office' }
  const { opensAt } = await admin.secondSteps.reset(input)
  expect(new Date(opensAt).getTime()).toBe(server.clock.now().getTime() + 24 * hourMs)
  expect(await account.readMail(/(soon set up a new way)/)).toBeTruthy()
  expect((await account.signInHalf()).maySetUp).toBe(false)
  server.clock.moveBy(24 * hourMs)
  expect(await setUpNewApp(account)).toMatchObject({ outcome: 'verified' })
  const { userId } = await buildStaffSession(server, [])
  await expect(
    (await administrator()).secondSteps.reset({ ...input, idempotencyKey: newId(), userId }),
  ).rejects.toMatchObject({ id: 'not-found' })
})
