import { drizzle } from 'drizzle-orm/postgres-js'
import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtPassword, buildStaffSession } from '../../testing/build-sessions.ts'
import { buildPortalAccount, type PortalAccount } from '../../testing/portal-account.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { createCaller } from '../../router.ts'
import { passwordResets, users } from '../tables.ts'

let server: TestServer
const newPassword = 'copper meadow window seven'
const hourMs = 3_600_000

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

const anybody = () => server.caller({ face: 'citizen', token: null }).accounts

async function linkFor(account: PortalAccount): Promise<string> {
  await anybody().requestPasswordReset({ email: account.email, language: 'en' })
  return account.readMail(/\/forgotten-password\/(\S+)/)
}

async function reset(account: PortalAccount): Promise<string> {
  const outcome = await anybody().resetPassword({ token: await linkFor(account), password: newPassword })
  if (outcome.outcome !== 'changed') throw new Error(outcome.outcome)
  return outcome.ticket
}

test('nobody resets a password on the desktop, and a link does not count on another face', async () => {
  const desktop = server.caller({ face: 'desktop', token: null })
  const staff = await buildStaffSession(server, [])
  await expect(
    desktop.accounts.requestPasswordReset({ email: staff.email, language: 'en' }),
  ).rejects.toMatchObject({ id: 'not-allowed' })
  const token = await linkFor(await buildPortalAccount(server))
  const other = server.caller({ face: 'professional', token: null })
  expect(await other.accounts.findPasswordReset({ token })).toEqual({ outcome: 'unknown' })
  expect(await other.accounts.resetPassword({ token, password: newPassword })).toEqual({
    outcome: 'refused',
    reason: 'link',
  })
})

test('a new password ends every session, signs nobody in, is told to the owner, and its link is used up', async () => {
  const account = await buildPortalAccount(server)
  const { caller } = await account.signInFull()
  const token = await linkFor(account)
  expect(await anybody().findPasswordReset({ token })).toEqual({ outcome: 'open', email: account.email })
  const outcome = await anybody().resetPassword({ token, password: newPassword })
  expect(Object.keys(outcome).toSorted()).toEqual(['outcome', 'ticket'])
  await expect(caller.accounts.me()).rejects.toMatchObject({ id: 'sign-in-needed' })
  expect(await account.readMail(/(password was changed)/)).toBeTruthy()
  expect(await anybody().findPasswordReset({ token })).toEqual({ outcome: 'used' })
  await expect(account.signInHalf(builtPassword)).rejects.toThrow('refused')
  await expect(account.signInFull(newPassword)).resolves.toBeDefined()
})

test('a link ends after 24 hours, works once when used twice at once, and a newer one ends it', async () => {
  const account = await buildPortalAccount(server)
  const late = await linkFor(account)
  server.clock.moveBy(24 * hourMs)
  expect(await anybody().findPasswordReset({ token: late })).toEqual({ outcome: 'expired' })
  const older = await linkFor(account)
  const newer = await linkFor(account)
  expect(await anybody().findPasswordReset({ token: older })).toEqual({ outcome: 'expired' })
  const input = { token: newer, password: newPassword }
  const outcomes = await Promise.all([anybody().resetPassword(input), anybody().resetPassword(input)])
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['changed', 'refused'])
})

test('V6.2.4: a breached-style password is refused with the reason and the link stays open', async () => {
  const token = await linkFor(await buildPortalAccount(server))
  const refused = await anybody().resetPassword({ token, password: 'Password12345' })
  expect(refused).toMatchObject({ outcome: 'refused', reason: 'password' })
  expect('sentence' in refused && refused.sentence).toMatch(/harder to guess/)
  expect(await anybody().findPasswordReset({ token })).toMatchObject({ outcome: 'open' })
})

test('V6.4.3: a reset opens no way past the second step, and for a day the e-mail code is none', async () => {
  const account = await buildPortalAccount(server, { app: false })
  await reset(account)
  const { caller, methods } = await account.signInHalf(newPassword)
  expect(methods).toEqual([])
  await expect(caller.submissions.listMine()).rejects.toMatchObject({ id: 'second-step-needed' })
  await expect(caller.accounts.beginTotp()).rejects.toMatchObject({ id: 'not-allowed' })
  const from = new Date(server.clock.now().getTime() + 24 * hourMs).toISOString()
  expect(await caller.accounts.sendEmailCode()).toEqual({ outcome: 'notYet', from })
  const answer = { method: 'emailCode', code: '000000' } as const
  expect(await caller.accounts.verifySecondStep(answer)).toEqual({ outcome: 'notYet', from })
  expect(await caller.secondSteps.mine()).toMatchObject({ usable: [], emailCodeFrom: from })

  server.clock.moveBy(24 * hourMs)
  const later = await account.signInHalf(newPassword)
  expect(later.methods).toEqual(['emailCode'])
  await later.caller.accounts.sendEmailCode()
  const code = await account.readMail(/\b(\d{6})\b/)
  expect(await later.caller.accounts.verifySecondStep({ method: 'emailCode', code })).toMatchObject({
    outcome: 'verified',
  })
})

test('after a reset the app and recovery codes work at once', async () => {
  const account = await buildPortalAccount(server)
  const { codes } = await (await account.signInFull()).caller.secondSteps.makeRecoveryCodes()
  await reset(account)
  await expect(account.signInFull(newPassword)).resolves.toBeDefined()
  const half = await account.signInHalf(newPassword)
  const answer = { method: 'recoveryCode', code: codes[0]! } as const
  expect((await half.caller.accounts.verifySecondStep(answer)).outcome).toBe('verified')
})

test('V6.3.1 A-13: a stranger who uses up the tries of an account keeps the owner out of nothing: a reset lets them in', async () => {
  const account = await buildPortalAccount(server)
  const guess = (address: string) =>
    server
      .caller({ face: 'citizen', token: null, address })
      .accounts.signIn({ email: account.email, password: 'wrong lantern orchid' })
  for (let i = 0; i < 12; i++) await guess(`198.51.100.${i}`)
  await expect(account.signInHalf()).rejects.toThrow('tooManyTries')
  const ticket = await reset(account)
  await expect(account.signInHalf(newPassword)).rejects.toThrow('tooManyTries')
  const input = { email: account.email, password: newPassword, ticket }
  expect(await anybody().signIn(input)).toMatchObject({ outcome: 'secondStepNeeded' })

  const other = await buildPortalAccount(server)
  for (let i = 0; i < 12; i++) await guess(`198.51.100.${i}`)
  for (let i = 0; i < 10; i++) await anybody().signIn({ email: other.email, password: 'wrong' })
  const stolen = await anybody().signIn({ email: other.email, password: builtPassword, ticket })
  expect(stolen.outcome).toBe('tooManyTries')
  server.clock.moveBy(15 * 60_000)
  for (let i = 0; i < 10; i++) await guess(`198.51.100.${i}`)
  expect((await anybody().signIn(input)).outcome).toBe('tooManyTries')
})

test('nobody can fill an inbox from here', async () => {
  const account = await buildPortalAccount(server)
  await server.runJobs()
  const before = server.mailbox.length
  for (let i = 0; i < 8; i++)
    expect(await anybody().requestPasswordReset({ email: account.email, language: 'en' })).toEqual({
      outcome: 'sent',
    })
  await server.runJobs()
  expect(server.mailbox.length - before).toBe(5)
})

test('V6.3.8 A-14: known and unknown addresses get the same bytes for the same statements, everywhere they can be typed', async () => {
  const statements: string[] = []
  const client = postgres(server.url, { max: 1, onnotice: () => {} })
  const database = drizzle(client, {
    logger: { logQuery: (query) => void statements.push(query) },
  }) as unknown as TestServer['database']
  const counted = (address: string) =>
    createCaller({
      ...server.request({ face: 'citizen', token: null, address }),
      services: { ...server.services, database },
    }).accounts
  const { email } = await buildPortalAccount(server)
  const { email: known } = await buildPortalAccount(server)
  const work: Record<string, (email: string, address: string) => Promise<unknown>> = {
    signIn: (typed, address) => counted(address).signIn({ email: typed, password: 'wrong lantern orchid' }),
    register: (typed, address) => counted(address).register({ email: typed, language: 'en' }),
    reset: (typed, address) => counted(address).requestPasswordReset({ email: typed, language: 'en' }),
  }
  let address = 0
  for (const [name, ask] of Object.entries(work)) {
    const seen = []
    for (const typed of [email, 'nobody@example.org', known]) {
      statements.length = 0
      address += 1
      const answer = await ask(typed, `203.0.113.${address}`)
      seen.push({ bytes: JSON.stringify(answer), statements: [...statements] })
    }
    expect(seen[0], name).toEqual(seen[1])
    expect(seen[2], name).toEqual(seen[1])
    expect(seen[0]?.statements.length, name).toBeGreaterThan(5)
  }
  await client.end()
})

test('A-14: an unknown address leaves the rows that a known one does, the first time and the next', async () => {
  const { email } = await buildPortalAccount(server)
  const rows = () => server.ownerDatabase.select().from(passwordResets)
  const left = async (typed: string) => {
    const before = new Map((await rows()).map((row) => [row.tokenHash, row]))
    await anybody().requestPasswordReset({ email: typed, language: 'en' })
    const after = await rows()
    const added = after.filter(({ tokenHash }) => !before.has(tokenHash))
    const ended = after.filter(({ tokenHash, expiresAt }) => {
      const was = before.get(tokenHash)
      return was !== undefined && was.expiresAt.getTime() !== expiresAt.getTime()
    })
    return { added: added.length, ended: ended.length, lifeMs: added.map(lifeOf) }
  }
  const unknown = 'nobody.again@example.org'
  for (const already of [0, 1]) {
    const known = await left(email)
    expect(known).toEqual({ added: 1, ended: already, lifeMs: [24 * hourMs] })
    expect(await left(unknown)).toEqual(known)
    server.clock.moveBy(1000)
  }
  await server.runJobs()
  const messages = server.mailbox.filter(({ to }) => to === unknown)
  expect(messages).toHaveLength(2)
  for (const { text } of messages) expect(text).not.toContain('/forgotten-password/')
})

const lifeOf = ({ createdAt, expiresAt }: typeof passwordResets.$inferSelect) =>
  expiresAt.getTime() - createdAt.getTime()

test('A-19: links in messages lead to the portal’s own origin, whatever a request says about hosts', async () => {
  const account = await buildPortalAccount(server)
  await linkFor(account)
  await anybody().register({ email: 'new-parent@example.org', language: 'en' })
  await server.runJobs()
  const links = server.mailbox.flatMap(({ text }) => text.match(/https?:\/\/\S+/g) ?? [])
  expect(links.length).toBeGreaterThan(1)
  for (const link of links) expect(new URL(link).origin).toBe('http://localhost:3000')
})

test('a disabled or closed account gets word that there is none, and its link stops counting', async () => {
  const account = await buildPortalAccount(server)
  const token = await linkFor(account)
  const change = { disabled: true }
  await server.ownerDatabase.update(users).set(change).where(eq(users.id, account.userId))
  expect(await anybody().findPasswordReset({ token })).toEqual({ outcome: 'unknown' })
  await anybody().requestPasswordReset({ email: account.email, language: 'en' })
  expect(await account.readMail(/(There is no account)/)).toBeTruthy()
})
