import { decodeBase32IgnorePadding } from '@oslojs/encoding'
import { generateHOTP } from '@oslojs/otp'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let administrator: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  administrator = await buildStaffSession(server, ['userAdministration'], { name: 'Alex Reid' })
})
afterAll(() => server.close())

const anybody = { face: 'desktop', token: null } as const
const password = 'violet harbour tuesday lamp'
const hour = 3_600_000
const noCode = { outcome: 'refused', reason: 'code' }

async function invite() {
  const { administration } = server.caller(administrator)
  const email = `new-${newId()}@example.org`
  const user = { name: 'Sam Okafor', email, groupIds: [], postIds: [], teamIds: [], reason: '' }
  const created = await administration.createUser({ idempotencyKey: newId(), ...user })
  if (created.outcome !== 'created') throw new Error(created.outcome)
  const issue = () => administration.issueStartingCode({ userId: created.userId, reason: '' })
  return { userId: created.userId, email, issue, ...(await issue()) }
}

function accept(email: string, code: string, face: 'desktop' | 'citizen' = 'desktop') {
  const address = `198.51.100.${email.length % 200}`
  return server.caller({ ...anybody, face, address }).accounts.acceptStartingCode({ email, code, password })
}

async function setUpApp(token: string): Promise<BuiltSession['token']> {
  const half = server.caller({ face: 'desktop', token })
  const { secret } = await half.accounts.beginTotp()
  const step = BigInt(Math.floor(server.clock.now().getTime() / 30_000))
  const code = generateHOTP(decodeBase32IgnorePadding(secret), step, 6)
  const verified = await half.accounts.verifySecondStep({ method: 'totp', code })
  if (verified.outcome !== 'verified') throw new Error(verified.outcome)
  return verified.token
}

test('a wrong code, somebody else’s, a portal user and an unknown address get the same answer and nothing', async () => {
  const [one, other] = [await invite(), await invite()]
  const parent = await buildPortalSession(server, 'citizen')
  const wrong = await accept(one.email, '0000-0000-0000-0000-0000')
  expect(wrong).toMatchObject(noCode)
  for (const [email, code] of [
    [one.email, other.startingCode],
    [parent.email, one.startingCode],
    ['nobody@example.org', one.startingCode],
  ] as const) {
    expect(await accept(email, code)).toEqual(wrong)
  }
  expect(await accept(one.email, one.startingCode, 'citizen')).toEqual(wrong)
  const noPassword = await server
    .caller(anybody)
    .accounts.signIn({ email: one.email, password: one.startingCode })
  expect(noPassword).toEqual({ outcome: 'refused' })
})

test('V6.4.1: with the code somebody chooses a password and an app, and only both open anything', async () => {
  const { email, startingCode, userId } = await invite()
  expect(startingCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
  const started = await accept(email, startingCode.toLowerCase().replaceAll('-', ' '))
  if (started.outcome !== 'started') throw new Error(started.outcome)
  const half = server.caller({ face: 'desktop', token: started.token })
  await expect(half.administration.listUsers()).rejects.toMatchObject({ id: 'second-step-needed' })
  const token = await setUpApp(started.token)
  await expect(server.caller({ face: 'desktop', token }).accounts.me()).resolves.toMatchObject({
    userId,
    secondStep: true,
    processes: [],
  })
  expect(await server.caller(anybody).accounts.signIn({ email, password })).toMatchObject({
    methods: ['totp'],
  })
})

test('a code counts once, also when it is used eight times at the same time, for 72 hours, and a new one ends the old', async () => {
  const used = await invite()
  const results = await Promise.all(Array.from({ length: 8 }, () => accept(used.email, used.startingCode)))
  expect(results.filter(({ outcome }) => outcome === 'started')).toHaveLength(1)
  const old = await invite()
  const fresh = await old.issue()
  expect(await accept(old.email, old.startingCode)).toMatchObject(noCode)
  server.clock.moveBy(72 * hour - 1000)
  expect(await accept(old.email, fresh.startingCode)).toMatchObject({ outcome: 'started' })
  administrator = await buildStaffSession(server, ['userAdministration'], { name: 'Alex Reid' })
  const late = await invite()
  server.clock.moveBy(72 * hour)
  expect(await accept(late.email, late.startingCode)).toMatchObject(noCode)
  administrator = await buildStaffSession(server, ['userAdministration'], { name: 'Alex Reid' })
})

test('a common password is refused with a sentence and the code stays open', async () => {
  const { email, startingCode } = await invite()
  const weak = await server
    .caller(anybody)
    .accounts.acceptStartingCode({ email, code: startingCode, password: 'password1234' })
  expect(weak).toMatchObject({ outcome: 'refused', reason: 'password' })
  expect(await accept(email, startingCode)).toMatchObject({ outcome: 'started' })
})

test('after ten wrong codes not even the right one is evaluated', async () => {
  const { email, startingCode } = await invite()
  for (let i = 0; i < 10; i += 1) expect(await accept(email, `WRONG-${i}`)).toMatchObject(noCode)
  expect(await accept(email, startingCode)).toMatchObject({ outcome: 'tooManyTries' })
})

test('whose sign-in is reset is signed out, cannot use the old password or app, and is told by e-mail', async () => {
  const { administration } = server.caller(administrator)
  const { email, startingCode, userId } = await invite()
  const started = await accept(email, startingCode)
  if (started.outcome !== 'started') throw new Error(started.outcome)
  const token = await setUpApp(started.token)
  await expect(administration.issueStartingCode({ userId, reason: '' })).rejects.toMatchObject({
    id: 'bad-input',
  })
  const again = await administration.issueStartingCode({ userId, reason: 'Lost their telephone' })
  await expect(server.caller({ face: 'desktop', token }).accounts.me()).rejects.toMatchObject({
    id: 'sign-in-needed',
  })
  expect(await server.caller(anybody).accounts.signIn({ email, password })).toEqual({ outcome: 'refused' })
  await server.runJobs()
  const told = server.mailbox.filter((message) => message.to === email)
  expect(told).toHaveLength(1)
  expect(told[0]?.text).toContain('Alex Reid has reset your sign-in')
  expect(told[0]?.text).not.toContain(again.startingCode)
  expect(await accept(email, again.startingCode)).toMatchObject({ outcome: 'started' })
})

test('nobody resets their own sign-in, and a disabled account gets no code', async () => {
  const { administration } = server.caller(administrator)
  const own = { userId: administrator.userId, reason: 'Lost it' }
  await expect(administration.issueStartingCode(own)).rejects.toMatchObject({ id: 'conflict' })
  const { userId, email, startingCode } = await invite()
  await administration.setUserDisabled({ idempotencyKey: newId(), userId, disabled: true, reason: '' })
  expect(await accept(email, startingCode)).toMatchObject(noCode)
  await expect(administration.issueStartingCode({ userId, reason: '' })).rejects.toMatchObject({
    id: 'conflict',
  })
})

test('a starting code stands nowhere in the database', async () => {
  const { startingCode } = await invite()
  for (const table of ['password_resets', 'idempotency_keys', 'audit_events', 'users', 'throttles']) {
    const rows = await server.ownerDatabase.execute(
      sql.raw(`select to_jsonb(t)::text as row from ${table} t`),
    )
    const text = JSON.stringify(rows)
    for (const shape of [startingCode, startingCode.replaceAll('-', '')])
      expect(text, table).not.toContain(shape)
  }
})
