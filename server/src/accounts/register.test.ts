import type { CitizenKind } from '@send/shared/accounts/citizen-kinds'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { users } from './tables.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

const visitor = { face: 'citizen', token: null } as const
const password = 'harbour lantern orchid'

async function linkFor(email: string): Promise<string> {
  await server.caller(visitor).accounts.register({ email, language: 'en' })
  await server.runJobs()
  const message = server.mailbox.findLast((each) => each.to === email)
  const token = /\/register\/(\S+)/.exec(message?.text ?? '')?.[1]
  if (!token) throw new Error('No link was sent')
  return token
}

type Overrides = { password?: string; face?: 'professional'; citizenKind?: CitizenKind | null }

function complete(token: string, overrides: Overrides = {}) {
  const caller = server.caller({ ...visitor, face: overrides.face ?? 'citizen' })
  const input = { token, name: 'Sam Evans', password, noticeVersion: '2026-01', ...overrides }
  return caller.accounts.completeRegistration({
    token,
    name: input.name,
    password: input.password,
    noticeVersion: input.noticeVersion,
    ...(overrides.citizenKind === null ? {} : { citizenKind: overrides.citizenKind ?? 'parentCarer' }),
  })
}

async function registered(email: string) {
  const outcome = await complete(await linkFor(email))
  if (outcome.outcome !== 'registered') throw new Error(outcome.outcome)
  return { half: server.caller({ face: 'citizen', token: outcome.token }) }
}

async function mailedCode(email: string): Promise<string> {
  await server.runJobs()
  const message = server.mailbox.findLast((each) => each.to === email)
  return /\b(\d{6})\b/.exec(message?.text ?? '')?.[1] ?? ''
}

test('nobody registers on the desktop, and a link does not open an account on another face', async () => {
  const desktop = server.caller({ face: 'desktop', token: null })
  await expect(desktop.accounts.register({ email: 'a@example.org', language: 'en' })).rejects.toMatchObject({
    id: 'not-allowed',
  })
  const token = await linkFor('faces@example.org')
  expect(await complete(token, { face: 'professional' })).toMatchObject({
    outcome: 'refused',
    reason: 'link',
  })
})

test('a link, a password and a code from the inbox open a full session', async () => {
  const email = 'parent@example.org'
  const token = await linkFor(email)
  expect(await server.caller(visitor).accounts.findRegistration({ token })).toEqual({
    outcome: 'open',
    email,
  })
  const outcome = await complete(token)
  if (outcome.outcome !== 'registered') throw new Error(outcome.outcome)
  const half = server.caller({ face: 'citizen', token: outcome.token })
  expect(await half.accounts.me()).toMatchObject({ email, secondStep: false, processes: [] })

  await half.accounts.sendEmailCode()
  const verified = await half.accounts.verifySecondStep({
    method: 'emailCode',
    code: await mailedCode(email),
  })
  if (verified.outcome !== 'verified') throw new Error(verified.outcome)
  const full = server.caller({ face: 'citizen', token: verified.token })
  expect(await full.accounts.me()).toMatchObject({ name: 'Sam Evans', secondStep: true })
})

test('a citizen does not register without saying who they are, and the link stays open', async () => {
  const token = await linkFor('who@example.org')
  await expect(complete(token, { citizenKind: null })).rejects.toMatchObject({ id: 'bad-input' })
  expect(await complete(token, { citizenKind: 'youngPerson' })).toMatchObject({ outcome: 'registered' })
  const [user] = await server.ownerDatabase.select().from(users).where(eq(users.email, 'who@example.org'))
  expect(user).toMatchObject({ kind: 'citizen', citizenKind: 'youngPerson' })
})

test('a professional is neither a parent nor a young person, whatever is sent', async () => {
  const email = 'senco@example.org'
  const professional = server.caller({ ...visitor, face: 'professional' }).accounts
  await professional.register({ email, language: 'en' })
  await server.runJobs()
  const token = /\/register\/(\S+)/.exec(server.mailbox.at(-1)?.text ?? '')?.[1] ?? ''
  expect(await complete(token, { face: 'professional' })).toMatchObject({ outcome: 'registered' })
  const [user] = await server.ownerDatabase.select().from(users).where(eq(users.email, email))
  expect(user).toMatchObject({ kind: 'professional', citizenKind: null })
})

test('a link works once, also when used twice at the same time', async () => {
  const token = await linkFor('once@example.org')
  const outcomes = await Promise.all([complete(token), complete(token)])
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['refused', 'registered'])
  expect(await server.caller(visitor).accounts.findRegistration({ token })).toEqual({ outcome: 'used' })
})

test('a link ends after 72 hours', async () => {
  const token = await linkFor('late@example.org')
  server.clock.moveBy(72 * 3_600_000)
  expect(await complete(token)).toMatchObject({ outcome: 'refused', reason: 'link' })
  expect(await server.caller(visitor).accounts.findRegistration({ token })).toEqual({ outcome: 'expired' })
})

test('a common password is refused with a sentence and the link stays open', async () => {
  const token = await linkFor('weak@example.org')
  const refused = await complete(token, { password: 'Password12345' })
  expect(refused).toMatchObject({ outcome: 'refused', reason: 'password' })
  expect(refused.outcome === 'refused' && refused.sentence).toMatch(/harder to guess/)
  expect(await complete(token)).toMatchObject({ outcome: 'registered' })
})

test('who has an account gets the same answer and a message without a link to open one', async () => {
  const email = 'known@example.org'
  await registered(email)
  const answer = await server.caller(visitor).accounts.register({ email, language: 'cy' })
  const other = await server.caller(visitor).accounts.register({ email: 'new@example.org', language: 'cy' })
  expect(answer).toEqual(other)
  await server.runJobs()
  const message = server.mailbox.findLast((each) => each.to === email)
  expect(message?.subject).toBe('Mae gennych gyfrif yn barod')
  expect(message?.text).not.toContain('/register/')
})

test('nobody can fill an inbox from here', async () => {
  const email = 'flooded@example.org'
  const before = server.mailbox.length
  for (let i = 0; i < 8; i++)
    expect(await server.caller(visitor).accounts.register({ email, language: 'en' })).toEqual({
      outcome: 'sent',
    })
  await server.runJobs()
  expect(server.mailbox.length - before).toBe(5)
})

test('a code by e-mail counts five tries, once, for ten minutes, and a new one ends the old', async () => {
  const email = 'codes@example.org'
  const { half } = await registered(email)
  const verify = (code: string) => half.accounts.verifySecondStep({ method: 'emailCode', code })

  await half.accounts.sendEmailCode()
  const first = await mailedCode(email)
  const wrong = first === '000000' ? '111111' : '000000'
  const lefts = []
  for (let i = 0; i < 5; i++) lefts.push(await verify(wrong))
  expect(lefts.at(-1)).toEqual({ outcome: 'refused', triesLeft: 0 })
  expect(await verify(first)).toMatchObject({ outcome: 'refused' })

  await half.accounts.sendEmailCode()
  const second = await mailedCode(email)
  server.clock.moveBy(10 * 60_000)
  expect(await verify(second)).toMatchObject({ outcome: 'refused' })
  await half.accounts.sendEmailCode()
  const third = await mailedCode(email)
  expect(await verify(third)).toMatchObject({ outcome: 'verified' })
})

test('neither links nor codes nor messages stand readable in the database', async () => {
  const email = 'hidden@example.org'
  await server.caller(visitor).accounts.register({ email, language: 'en' })
  const jobs = await server.ownerDatabase.execute(
    sql`select data::text from pgboss.job where name = 'send-mail'`,
  )
  expect(jobs.length).toBeGreaterThan(0)
  await server.runJobs()
  const token = /\/register\/(\S+)/.exec(server.mailbox.at(-1)?.text ?? '')?.[1] ?? ''
  const links = await server.ownerDatabase.execute(sql`select * from registrations`)
  expect(token).toHaveLength(43)
  expect(JSON.stringify([...links, ...jobs])).not.toContain(token)
  expect(JSON.stringify([...jobs])).not.toContain(email)
})
