import { decodeBase32IgnorePadding } from '@oslojs/encoding'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generateHOTP } from '@oslojs/otp'
import { builtPassword, buildPortalSession, buildStaffSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { sessions, users } from './tables.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

const anybody = { face: 'desktop', token: null } as const

function codeAt(secret: string, stepsAhead = 0): string {
  const step = Math.floor(server.clock.now().getTime() / 30_000) + stepsAhead
  return generateHOTP(decodeBase32IgnorePadding(secret), BigInt(step), 6)
}

async function halfSessionWithApp() {
  const staff = await buildStaffSession(server, ['people'], { secondStep: false })
  const caller = server.caller(staff)
  const { secret } = await caller.accounts.beginTotp()
  return { staff, caller, secret }
}

async function staffWithApp() {
  const { staff, caller, secret } = await halfSessionWithApp()
  const outcome = await caller.accounts.verifySecondStep({ method: 'totp', code: codeAt(secret) })
  if (outcome.outcome !== 'verified') throw new Error(outcome.outcome)
  server.clock.moveBy(60_000)
  return { staff, secret, token: outcome.token }
}

async function signInHalf(email: string) {
  const outcome = await server.caller(anybody).accounts.signIn({ email, password: builtPassword })
  if (outcome.outcome !== 'secondStepNeeded') throw new Error(outcome.outcome)
  return { ...outcome, caller: server.caller({ face: 'desktop', token: outcome.token }) }
}

test('nobody without a session, and no half session, gets past its step of the ladder', async () => {
  await expect(server.caller(anybody).accounts.me()).rejects.toMatchObject({ id: 'sign-in-needed' })
  const half = server.caller(await buildStaffSession(server, ['formBuilder'], { secondStep: false }))
  await expect(half.accounts.listAccessSubjects()).rejects.toMatchObject({ id: 'second-step-needed' })
  const other = server.caller(await buildStaffSession(server, ['people']))
  await expect(other.accounts.listAccessSubjects()).rejects.toMatchObject({ id: 'not-allowed' })
  const parent = server.caller(await buildPortalSession(server, 'citizen'))
  await expect(parent.accounts.listAccessSubjects()).rejects.toMatchObject({ id: 'not-allowed' })
})

test('V16.3.2 V2.3.3: every refusal leaves a line in the audit trail though its work was rolled back', async () => {
  const staff = await buildStaffSession(server, ['people'])
  await expect(server.caller(staff).accounts.listAccessSubjects()).rejects.toThrow()
  const rows = await server.ownerDatabase.execute(
    sql`select action, outcome, details from audit_events where actor_user_id = ${staff.userId}`,
  )
  expect([...rows]).toEqual([
    { action: 'accounts.listAccessSubjects', outcome: 'refused', details: { reason: 'not-allowed' } },
  ])
})

test('a session is nobody on another face', async () => {
  const { token } = await buildPortalSession(server, 'citizen')
  for (const face of ['professional', 'desktop'] as const)
    await expect(server.caller({ face, token }).accounts.me()).rejects.toMatchObject({ id: 'sign-in-needed' })
  await expect(server.caller({ face: 'citizen', token }).accounts.me()).resolves.toMatchObject({
    face: 'citizen',
  })
})

test('a wrong password and an unknown address get the same answer', async () => {
  const { email } = await buildStaffSession(server, [])
  const { accounts } = server.caller(anybody)
  const wrong = await accounts.signIn({ email, password: 'wrong lantern orchid' })
  const unknown = await accounts.signIn({ email: 'nobody@example.org', password: 'wrong lantern orchid' })
  expect(wrong).toEqual({ outcome: 'refused' })
  expect(unknown).toEqual(wrong)
})

test('after ten wrong passwords at once not even the right one is evaluated, for known and unknown alike', async () => {
  const { email } = await buildStaffSession(server, [])
  for (const each of [email, 'stranger@example.org']) {
    const { accounts } = server.caller({ ...anybody, address: `192.0.2.${each.length}` })
    const guess = () => accounts.signIn({ email: each, password: 'wrong lantern orchid' })
    const outcomes = []
    for (let i = 0; i < 3; i++) outcomes.push(...(await Promise.all(Array.from({ length: 5 }, guess))))
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toHaveLength(10)
    const right = await accounts.signIn({ email: each, password: builtPassword })
    expect(right).toMatchObject({ outcome: 'tooManyTries', retryAfterSeconds: 900 })
  }
  server.clock.moveBy(15 * 60_000 + 1000)
  const later = await server.caller(anybody).accounts.signIn({ email, password: builtPassword })
  expect(later.outcome).toBe('secondStepNeeded')
})

test('one code used twenty times at once opens exactly one session, and never another', async () => {
  const { staff, secret } = await staffWithApp()
  const { caller, methods } = await signInHalf(staff.email)
  expect(methods).toEqual(['totp'])
  const code = codeAt(secret)
  const verify = () => caller.accounts.verifySecondStep({ method: 'totp', code })
  const results = await Promise.allSettled(Array.from({ length: 20 }, verify))
  const verified = results.filter((r) => r.status === 'fulfilled' && r.value.outcome === 'verified')
  expect(verified).toHaveLength(1)

  const again = await signInHalf(staff.email)
  const replay = await again.caller.accounts.verifySecondStep({ method: 'totp', code })
  expect(replay.outcome).toBe('refused')
  const earlier = await again.caller.accounts.verifySecondStep({ method: 'totp', code: codeAt(secret, -1) })
  expect(earlier.outcome).toBe('refused')
})

test('the half session ends with the second step and the new token is another', async () => {
  const { caller, secret, staff } = await halfSessionWithApp()
  const outcome = await caller.accounts.verifySecondStep({ method: 'totp', code: codeAt(secret) })
  expect(outcome).toMatchObject({ outcome: 'verified' })
  await expect(caller.accounts.me()).rejects.toMatchObject({ id: 'sign-in-needed' })
  expect(outcome).not.toMatchObject({ token: staff.token })
})

test('a stolen password alone cannot put another app in the place of the right one', async () => {
  const { staff } = await staffWithApp()
  const { caller } = await signInHalf(staff.email)
  await expect(caller.accounts.beginTotp()).rejects.toMatchObject({ id: 'not-allowed' })
})

test('second-step codes are throttled per account', async () => {
  const { staff } = await staffWithApp()
  const { caller } = await signInHalf(staff.email)
  const outcomes = []
  for (let i = 0; i < 11; i++)
    outcomes.push(await caller.accounts.verifySecondStep({ method: 'totp', code: '000000' }))
  expect(outcomes[0]).toEqual({ outcome: 'refused', triesLeft: 9 })
  expect(outcomes[9]).toEqual({ outcome: 'refused', triesLeft: 0 })
  expect(outcomes[10]).toMatchObject({ outcome: 'tooManyTries' })
})

test('signing out ends the session on the server', async () => {
  const staff = await buildStaffSession(server, [])
  await server.caller(staff).accounts.signOut()
  await expect(server.caller(staff).accounts.me()).rejects.toMatchObject({ id: 'sign-in-needed' })
})

test('a disabled account loses its open sessions at once', async () => {
  const staff = await buildStaffSession(server, [])
  await server.ownerDatabase.update(users).set({ disabled: true }).where(eq(users.id, staff.userId))
  await expect(server.caller(staff).accounts.me()).rejects.toMatchObject({ id: 'sign-in-needed' })
})

test('the database holds neither tokens nor secrets of the app', async () => {
  const { staff, secret, token } = await staffWithApp()
  const rows = await server.ownerDatabase.select().from(sessions).where(eq(sessions.userId, staff.userId))
  const [user] = await server.ownerDatabase.select().from(users).where(eq(users.id, staff.userId))
  const stored = JSON.stringify([rows, user])
  expect(rows).toHaveLength(1)
  for (const plain of [token, builtPassword, secret]) expect(stored).not.toContain(plain)
  expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})
