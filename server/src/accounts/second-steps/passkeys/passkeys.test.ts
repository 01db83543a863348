import { eq } from 'drizzle-orm'
import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPortalSession, buildStaffSession } from '../../../testing/build-sessions.ts'
import { buildPortalAccount } from '../../../testing/portal-account.ts'
import { createSoftPasskey } from '../../../testing/soft-passkey.ts'
import { createTestServer, type TestServer } from '../../../testing/test-server.ts'
import { users } from '../../tables.ts'
import { passkeys, secondStepPolicies } from '../tables.ts'

let server: TestServer
const origin = 'http://localhost:3000'

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

async function accountWithPasskey() {
  const account = await buildPortalAccount(server)
  const { caller } = await account.signInFull()
  const passkey = createSoftPasskey(origin)
  const options = await caller.secondSteps.beginPasskeyRegistration()
  const added = await caller.secondSteps.registerPasskey({
    response: passkey.register(options),
    name: 'My phone',
  })
  expect(added).toEqual({ outcome: 'added' })
  return { account, passkey, caller }
}

test('nobody adds a passkey without both steps, on the desktop, or to somebody else’s account', async () => {
  const half = server.caller(await buildPortalSession(server, 'citizen', { secondStep: false }))
  await expect(half.secondSteps.beginPasskeyRegistration()).rejects.toMatchObject({
    id: 'second-step-needed',
  })
  const staff = server.caller(await buildStaffSession(server, []))
  await expect(staff.secondSteps.beginPasskeyRegistration()).rejects.toMatchObject({ id: 'not-allowed' })

  const { caller } = await accountWithPasskey()
  const { passkeys: own } = await caller.secondSteps.overview()
  const stranger = server.caller(await buildPortalSession(server, 'citizen'))
  const { passkeyId } = own[0]!
  for (const attempt of [
    () => stranger.secondSteps.renamePasskey({ passkeyId, name: 'Mine' }),
    () => stranger.secondSteps.removePasskey({ passkeyId }),
    () => stranger.secondSteps.removePasskey({ passkeyId: newId() }),
  ])
    await expect(attempt()).rejects.toMatchObject({ id: 'not-found' })
})

test('a passkey is added, opens a session, is renamed and removed', async () => {
  const { account, passkey } = await accountWithPasskey()
  const half = await account.signInHalf()
  expect(half.methods[0]).toBe('passkey')
  const options = await half.caller.secondSteps.beginPasskeySignIn()
  const response = passkey.use(options)
  const verified = await half.caller.accounts.verifySecondStep({ method: 'passkey', response })
  if (verified.outcome !== 'verified') throw new Error(verified.outcome)
  const full = server.caller({ face: 'citizen', token: verified.token })
  const [own] = (await full.secondSteps.overview()).passkeys
  expect(own).toMatchObject({ name: 'My phone', lastUsedAt: server.clock.now().toISOString() })
  await full.secondSteps.renamePasskey({ passkeyId: own!.passkeyId, name: 'Old phone' })
  expect((await full.secondSteps.overview()).passkeys[0]).toMatchObject({ name: 'Old phone' })
  await full.secondSteps.removePasskey({ passkeyId: own!.passkeyId })
  expect((await full.secondSteps.overview()).passkeys).toEqual([])
})

test('V6.5.1 A-15: an answer of a passkey counts once, for five minutes, for its own session, face and counter', async () => {
  const { account, passkey } = await accountWithPasskey()
  const verify = async (
    half: Awaited<ReturnType<typeof account.signInHalf>>,
    response: ReturnType<typeof passkey.use>,
  ) => (await half.caller.accounts.verifySecondStep({ method: 'passkey', response })).outcome

  const half = await account.signInHalf()
  const foreign = await half.caller.secondSteps.beginPasskeySignIn()
  expect(await verify(half, passkey.use(foreign, { origin: 'https://evil.example' }))).toBe('refused')
  const options = await half.caller.secondSteps.beginPasskeySignIn()
  const answer = passkey.use(options)
  expect(await verify(await account.signInHalf(), answer)).toBe('refused')
  expect(await verify(half, answer)).toBe('verified')

  const late = await account.signInHalf()
  const old = await late.caller.secondSteps.beginPasskeySignIn()
  server.clock.moveBy(5 * 60_000)
  expect(await verify(late, passkey.use(old))).toBe('refused')
  const copied = await late.caller.secondSteps.beginPasskeySignIn()
  expect(await verify(late, passkey.use(copied, { counter: 1 }))).toBe('refused')
  const twice = passkey.use(await late.caller.secondSteps.beginPasskeySignIn())
  expect(await Promise.all([verify(late, twice), verify(late, twice).catch(() => 'ended')])).toContain(
    'verified',
  )
  expect(await verify(await account.signInHalf(), twice)).toBe('refused')
})

test('a passkey never stands alone: none without another method, and the app stays while it is the last', async () => {
  const { caller, account } = await accountWithPasskey()
  await server.ownerDatabase.insert(secondStepPolicies).values({
    kind: 'citizen',
    methods: ['totp', 'recoveryCode', 'passkey'],
    changedBy: account.userId,
    changedAt: server.clock.now(),
  })
  expect(await caller.secondSteps.removeTotp()).toEqual({ outcome: 'lastOne' })
  const bare = await buildPortalSession(server, 'citizen')
  await expect(server.caller(bare).secondSteps.beginPasskeyRegistration()).rejects.toMatchObject({
    id: 'not-allowed',
  })
  await server.ownerDatabase.delete(secondStepPolicies)
  expect(await caller.secondSteps.removeTotp()).toEqual({ outcome: 'removed' })
})

test('the database keeps of a passkey what is useless to a thief', async () => {
  const { account } = await accountWithPasskey()
  const [row] = await server.ownerDatabase
    .select()
    .from(passkeys)
    .innerJoin(users, eq(users.id, passkeys.userId))
    .where(eq(passkeys.userId, account.userId))
  expect(Object.keys(row!.passkeys).toSorted().join(' ')).toBe(
    'createdAt credentialId id lastUsedAt name publicKey signCount transports userId',
  )
})
