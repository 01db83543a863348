import { newId } from '@send/shared/values/ids'
import { desc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { auditEvents } from '../audit/tables.ts'
import { describeError } from '../errors.ts'
import { deleteExpired } from '../housekeeping.ts'
import { buildPortalSession } from '../testing/build-sessions.ts'
import { buildBounce, busy, noSuchMailbox, refuseMail, tryMails } from '../testing/mail-steps.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { askForOutcomes } from './ask-for-outcomes.ts'
import type { MailOutcome } from './mail.ts'
import { mails } from './tables.ts'
import { takeBounce } from './take-bounce.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.ownerDatabase.delete(mails)
  await server.ownerDatabase.execute(sql`delete from pgboss.job where name = 'send-mail'`)
  delete server.services.mailTransport.askOutcome
})

/** Sets off an e-mail by the public door: somebody wants to register. */
async function register(email = `${newId()}@example.org`): Promise<string> {
  await server.caller({ face: 'citizen', token: null }).accounts.register({ email, language: 'en' })
  return email
}

async function newestMail() {
  const [mail] = await server.ownerDatabase
    .select()
    .from(mails)
    .orderBy(desc(mails.createdAt), desc(mails.id))
  if (!mail) throw new Error('There is no e-mail')
  return mail
}

const bounce = (message: Buffer) => takeBounce(server.database, server.clock, message)

test('an e-mail is written down with its kind, its address and its account, and is handed over', async () => {
  const email = await register()
  expect(await newestMail()).toMatchObject({
    kind: 'registration',
    address: email,
    userId: null,
    state: 'waiting',
    attempts: 0,
    // Its link opens an account: nothing of it is kept to be sent once more.
    sealed: null,
  })
  await tryMails(server)
  expect(await newestMail()).toMatchObject({ state: 'handedOver', attempts: 1, failure: null })
  const half = await buildPortalSession(server, 'citizen', { secondStep: false })
  await server.caller(half).accounts.sendEmailCode()
  expect(await newestMail()).toMatchObject({ kind: 'code', userId: half.userId, sealed: null })
})

test('SR-505: what the mail server refuses for good is refused at once, and never tried again', async () => {
  await register()
  const takeAgain = refuseMail(server, noSuchMailbox)
  await tryMails(server)
  takeAgain()
  const mail = await newestMail()
  expect(mail).toMatchObject({ state: 'refused', failure: 'noSuchMailbox', statusCode: '5.1.1', attempts: 1 })
  const before = server.mailbox.length
  await tryMails(server)
  expect(server.mailbox).toHaveLength(before)
  const [line] = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.objectId, mail.id))
  expect(line).toMatchObject({ action: 'mail.notDelivered', actorKind: 'system' })
  expect(JSON.stringify(line)).not.toContain(mail.address)
})

test('what the mail server does not take now is tried again, and given up with the last try', async () => {
  await register()
  const takeAgain = refuseMail(server, busy)
  await tryMails(server)
  expect(await newestMail()).toMatchObject({ state: 'waiting', attempts: 1, failure: 'unreachable' })
  await tryMails(server)
  await tryMails(server, { isLastTry: true })
  takeAgain()
  expect(await newestMail()).toMatchObject({ state: 'givenUp', attempts: 3, failure: 'unreachable' })
  await register()
  refuseMail(server, busy)
  await tryMails(server)
  takeAgain()
  await tryMails(server)
  expect(await newestMail()).toMatchObject({ state: 'handedOver', attempts: 2, failure: null })
})

test('an e-mail that came back is marked once, and a report about none changes nothing', async () => {
  await register()
  const { id } = await newestMail()
  // Before it was handed over no server can have sent it back, but a report may overtake our own commit.
  await tryMails(server)
  expect(await bounce(buildBounce(id, { action: 'delayed' }))).toContain('is delayed')
  expect(await newestMail()).toMatchObject({ state: 'handedOver' })
  expect(await bounce(buildBounce(id))).toBe(`E-mail ${id} did not arrive: noSuchMailbox.`)
  expect(await newestMail()).toMatchObject({ state: 'refused', statusCode: '5.1.1' })
  expect(await bounce(buildBounce(id, { action: 'delivered' }))).toContain('nothing was changed')
  expect(await bounce(buildBounce(newId()))).toContain('is not known any more')
  await expect(bounce(Buffer.alloc(3 * 1024 * 1024))).rejects.toThrow('larger than 2 MB')
})

test('where the way of sending tells who asks, it is asked until there is an end, and not more often than need be', async () => {
  const outcomes: Record<string, MailOutcome> = {}
  const asked: string[] = []
  server.services.mailTransport.askOutcome = async (receipt) => {
    asked.push(receipt)
    return outcomes[receipt] ?? 'pending'
  }
  await register()
  await tryMails(server)
  const { id } = await newestMail()
  await server.ownerDatabase.update(mails).set({ receipt: 'r1' }).where(eq(mails.id, id))
  expect(await askForOutcomes(server.services)).toBe(0)
  outcomes.r1 = { failure: 'noSuchMailbox', code: 'permanent-failure' }
  expect(await askForOutcomes(server.services)).toBe(0)
  expect(asked).toEqual(['r1'])
  server.clock.moveBy(5 * 60_000)
  expect(await askForOutcomes(server.services)).toBe(1)
  expect(await newestMail()).toMatchObject({ state: 'refused', statusCode: 'permanent-failure' })
  server.clock.moveBy(5 * 60_000)
  await askForOutcomes(server.services)
  expect(asked).toEqual(['r1', 'r1'])
})

test('SR-506: the address of an e-mail stands in no log line and in no job in the clear', async () => {
  const email = await register('canary-mailbox@example.org')
  const takeAgain = refuseMail(server, busy)
  const transport = server.services.mailTransport
  const error: unknown = await transport
    .deliver({ to: email, subject: '', text: '', language: 'en' }, newId())
    .catch((reason: unknown) => reason)
  takeAgain()
  expect(JSON.stringify([describeError(error), String(error)])).not.toContain(email)
  const jobs = await server.ownerDatabase.execute(
    sql`select data::text from pgboss.job where name = 'send-mail'`,
  )
  expect(jobs).toHaveLength(1)
  expect(JSON.stringify(jobs)).not.toContain('canary-mailbox')
})

test('SR-507: who was written to is forgotten after 90 days, and what lost its job is given up after one', async () => {
  await register()
  server.clock.moveBy(2 * 86_400_000)
  await deleteExpired(server.database, server.clock)
  expect(await newestMail()).toMatchObject({ state: 'givenUp', failure: 'unreachable' })
  server.clock.moveBy(87 * 86_400_000)
  await deleteExpired(server.database, server.clock)
  expect(await server.ownerDatabase.$count(mails)).toBe(1)
  server.clock.moveBy(2 * 86_400_000)
  await deleteExpired(server.database, server.clock)
  expect(await server.ownerDatabase.$count(mails)).toBe(0)
})
