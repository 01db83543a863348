import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtPassword, buildPortalSession, buildStaffSession } from '../testing/build-sessions.ts'
import { buildPortalAccount } from '../testing/portal-account.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { createToken, hashToken } from './session-tokens.ts'
import { sessions, users } from './tables.ts'

let server: TestServer
const minuteMs = 60_000

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

const ended = { id: 'sign-in-needed' }

test('nobody gives a password again without both steps', async () => {
  const half = server.caller(await buildPortalSession(server, 'citizen', { secondStep: false }))
  await expect(half.accounts.reauthenticate({ password: builtPassword })).rejects.toMatchObject({
    id: 'second-step-needed',
  })
})

test('V6.3.3 V2.3.1: a half session opens nothing but the second step, and no second step is skipped by asking twice', async () => {
  const account = await buildPortalAccount(server)
  const { caller } = await account.signInHalf()
  for (const attempt of [
    () => caller.submissions.listMine(),
    () => caller.secondSteps.overview(),
    () => caller.secondSteps.makeRecoveryCodes(),
    () => caller.accounts.reauthenticate({ password: builtPassword }),
  ])
    await expect(attempt()).rejects.toMatchObject({ id: 'second-step-needed' })
  const full = await account.signInFull()
  await expect(
    full.caller.accounts.verifySecondStep({ method: 'totp', code: account.nextCode() }),
  ).rejects.toMatchObject({ id: 'not-allowed' })
})

test('V7.2.3: a token has 256 random bits and the database holds only its hash', async () => {
  const tokens = Array.from({ length: 1000 }, createToken)
  expect(new Set(tokens).size).toBe(1000)
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const counts = new Map<number, number>()
  for (const byte of Buffer.concat(tokens.map((token) => Buffer.from(token, 'base64url'))))
    counts.set(byte, (counts.get(byte) ?? 0) + 1)
  // 32,000 bytes over 256 values: 125 each, and far outside 60 to 200 only for a generator that is broken.
  expect(Math.min(...counts.values())).toBeGreaterThan(60)
  expect(Math.max(...counts.values())).toBeLessThan(200)
})

test('V7.2.4 A-03: every step up gives a new token and ends the old one, and a stored hash is no token', async () => {
  const account = await buildPortalAccount(server)
  const half = await account.signInHalf()
  const verified = await half.caller.accounts.verifySecondStep({ method: 'totp', code: account.nextCode() })
  if (verified.outcome !== 'verified') throw new Error(verified.outcome)
  await expect(half.caller.accounts.me()).rejects.toMatchObject(ended)

  const full = server.caller({ face: 'citizen', token: verified.token })
  const again = await full.accounts.reauthenticate({ password: builtPassword })
  if (again.outcome !== 'done') throw new Error(again.outcome)
  expect(new Set([half.token, verified.token, again.token]).size).toBe(3)
  await expect(full.accounts.me()).rejects.toMatchObject(ended)
  const renewed = server.caller({ face: 'citizen', token: again.token })
  await expect(renewed.accounts.me()).resolves.toMatchObject({ secondStep: true })

  const rows = await server.ownerDatabase.select().from(sessions).where(eq(sessions.userId, account.userId))
  for (const { tokenHash, id } of rows)
    for (const token of [tokenHash, id])
      await expect(server.caller({ face: 'citizen', token }).accounts.me()).rejects.toMatchObject(ended)
  expect(rows.map(({ tokenHash }) => tokenHash)).toContain(hashToken(again.token))
})

test('a token that was chosen before signing in is worth nothing after it', async () => {
  const account = await buildPortalAccount(server)
  const token = createToken()
  const fixed = server.caller({ face: 'citizen', token })
  const outcome = await fixed.accounts.signIn({ email: account.email, password: builtPassword })
  expect(outcome).toMatchObject({ outcome: 'secondStepNeeded' })
  await expect(fixed.accounts.me()).rejects.toMatchObject(ended)
})

test.each([
  ['staff', 15, 8],
  ['citizen', 20, 12],
  ['professional', 20, 12],
] as const)(
  'V7.3.1 V7.3.2: a session of %s ends after %i minutes without use and after %i hours in any case',
  async (kind, idleMinutes, hours) => {
    const build = () => (kind === 'staff' ? buildStaffSession(server, []) : buildPortalSession(server, kind))
    const idle = server.caller(await build())
    server.clock.moveBy((idleMinutes - 1) * minuteMs)
    await expect(idle.accounts.me()).resolves.toBeDefined()
    server.clock.moveBy((idleMinutes - 1) * minuteMs)
    await expect(idle.accounts.me()).resolves.toBeDefined()
    server.clock.moveBy(idleMinutes * minuteMs)
    await expect(idle.accounts.me()).rejects.toMatchObject(ended)

    const busy = server.caller(await build())
    for (let minutes = 10; minutes < hours * 60; minutes += 10) {
      server.clock.moveBy(10 * minuteMs)
      await busy.accounts.me()
    }
    server.clock.moveBy(10 * minuteMs)
    await expect(busy.accounts.me()).rejects.toMatchObject(ended)
  },
)

test('what a window asks while nobody is there is answered, but keeps no session alive and shortens none', async () => {
  const session = await buildStaffSession(server, [])
  const somebody = server.caller(session)
  const nobody = server.caller({ ...session, unattended: true })
  const from = server.clock.now().getTime()
  const endsIn = async (caller: typeof somebody) =>
    (Date.parse((await caller.accounts.me()).expiresAt) - from) / minuteMs
  for (let minutes = 0; minutes < 14; minutes += 1) {
    expect(await endsIn(nobody)).toBe(15)
    server.clock.moveBy(minuteMs)
  }
  expect(await endsIn(somebody)).toBe(14 + 15)
  expect(await endsIn(nobody)).toBe(14 + 15)
  server.clock.moveBy(14 * minuteMs)
  await nobody.accounts.me()
  server.clock.moveBy(minuteMs)
  await expect(nobody.accounts.me()).rejects.toMatchObject(ended)
  await expect(somebody.accounts.me()).rejects.toMatchObject(ended)
})

test('giving the password again does not put off the end of the session', async () => {
  const account = await buildPortalAccount(server)
  const first = await account.signInFull()
  const [row] = await server.ownerDatabase.select().from(sessions).where(eq(sessions.userId, account.userId))
  server.clock.moveBy(10 * minuteMs)
  await first.caller.accounts.reauthenticate({ password: builtPassword })
  const rows = await server.ownerDatabase.select().from(sessions).where(eq(sessions.userId, account.userId))
  expect(rows.map(({ endsAt }) => endsAt)).toEqual([row?.endsAt])
})

test('V7.4.1 V7.4.2: after signing out or disabling not one request is answered, also of those that race with it', async () => {
  for (const how of ['signOut', 'disable'] as const) {
    const session = await buildPortalSession(server, 'citizen')
    const caller = server.caller(session)
    const end = async () => {
      if (how === 'signOut') await caller.accounts.signOut()
      else
        await server.ownerDatabase.update(users).set({ disabled: true }).where(eq(users.id, session.userId))
    }
    const racing = Array.from({ length: 20 }, () => caller.accounts.me().catch(() => undefined))
    await end()
    await Promise.all(racing)
    const later = await Promise.allSettled(Array.from({ length: 20 }, () => caller.accounts.me()))
    expect(later.filter(({ status }) => status === 'fulfilled')).toHaveLength(0)
  }
})

test('V7.5.1: what guards an account changes only within ten minutes of the password, wrong ones being counted', async () => {
  const account = await buildPortalAccount(server)
  const { caller } = await account.signInFull()
  server.clock.moveBy(10 * minuteMs)
  for (const attempt of [
    () => caller.accounts.beginTotp(),
    () => caller.secondSteps.confirmTotp({ code: '000000' }),
    () => caller.secondSteps.removeTotp(),
    () => caller.secondSteps.makeRecoveryCodes(),
    () => caller.secondSteps.beginPasskeyRegistration(),
  ])
    await expect(attempt()).rejects.toMatchObject({ id: 'password-needed' })
  for (let left = 9; left >= 0; left--)
    expect(await caller.accounts.reauthenticate({ password: 'wrong' })).toEqual({
      outcome: 'refused',
      triesLeft: left,
    })
  const right = () => caller.accounts.reauthenticate({ password: builtPassword })
  expect(await right()).toMatchObject({ outcome: 'tooManyTries' })
  server.clock.moveBy(10 * minuteMs)
  await caller.accounts.me()
  server.clock.moveBy(6 * minuteMs)
  const done = await right()
  if (done.outcome !== 'done') throw new Error(done.outcome)
  const renewed = server.caller({ face: 'citizen', token: done.token })
  await expect(renewed.secondSteps.removeTotp()).resolves.toEqual({ outcome: 'removed' })
})

test('another app takes the place of the first, and the other sessions end', async () => {
  const account = await buildPortalAccount(server)
  const other = await account.signInFull()
  const { caller } = await account.signInFull()
  await caller.accounts.beginTotp()
  expect(await caller.secondSteps.confirmTotp({ code: '000000' })).toMatchObject({ outcome: 'refused' })
  await expect(other.caller.accounts.me()).resolves.toBeDefined()
  await caller.secondSteps.removeTotp()
  await expect(other.caller.accounts.me()).rejects.toMatchObject(ended)
  await expect(caller.accounts.me()).resolves.toBeDefined()
})

test('a session remembers its device and when it was last used', async () => {
  const account = await buildPortalAccount(server)
  const visitor = { face: 'citizen', token: null, device: 'Firefox on Windows' } as const
  const outcome = await server
    .caller(visitor)
    .accounts.signIn({ email: account.email, password: builtPassword })
  if (outcome.outcome !== 'secondStepNeeded') throw new Error(outcome.outcome)
  server.clock.moveBy(5 * minuteMs)
  await server.caller({ face: 'citizen', token: outcome.token }).accounts.me()
  const [row] = await server.ownerDatabase.select().from(sessions).where(eq(sessions.userId, account.userId))
  expect(row).toMatchObject({ device: 'Firefox on Windows', lastUsedAt: server.clock.now() })
})

test('a password hashed at a lower cost is hashed again when it was right', async () => {
  const account = await buildPortalAccount(server)
  const { hash } = await import('@node-rs/argon2')
  const passwordHash = await hash(builtPassword, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
  await server.ownerDatabase.update(users).set({ passwordHash }).where(eq(users.id, account.userId))
  await expect(account.signInHalf('wrong lantern orchid')).rejects.toThrow('refused')
  const stored = async () => {
    const [user] = await server.ownerDatabase.select().from(users).where(eq(users.id, account.userId))
    return user?.passwordHash
  }
  expect(await stored()).toBe(passwordHash)
  await account.signInHalf()
  expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  await expect(account.signInHalf()).resolves.toBeDefined()
})
