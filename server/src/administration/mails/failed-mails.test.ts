import { newId } from '@send/shared/values/ids'
import { desc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { users } from '../../accounts/tables.ts'
import { auditEvents } from '../../audit/tables.ts'
import { mails } from '../../mail/tables.ts'
import { buildAsked } from '../../testing/advice-steps.ts'
import { publishAdviceForm, type AdviceForm } from '../../testing/build-advice.ts'
import { publishRequestForm, sendChild } from '../../testing/build-waiting-child.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { noSuchMailbox, refuseMail, tryMails } from '../../testing/mail-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
let form: AdviceForm

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['formBuilder', 'share', 'people', 'portalAdministration'])
  form = await publishAdviceForm(server, officer)
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.ownerDatabase.delete(mails)
  await server.ownerDatabase.execute(sql`delete from pgboss.job where name = 'send-mail'`)
})

const key = () => ({ idempotencyKey: newId() })
const staff = () => server.caller(officer).mails
const waiting = async () => (await staff().listFailed({ dealtWith: false })).mails

/** A request for advice whose e-mail to the lead came back. */
async function askInVain() {
  const asked = await buildAsked(server, { officer, form })
  const takeAgain = refuseMail(server, noSuchMailbox)
  await tryMails(server)
  takeAgain()
  const [mail] = await server.ownerDatabase.select().from(mails).orderBy(desc(mails.id)).limit(1)
  return { ...asked, mailId: mail?.id ?? '' }
}

test('SR-509: nobody without the administration of the portal reads, counts or sends e-mails, and who may look does not send', async () => {
  const { mailId, lead } = await askInVain()
  const refused = { message: 'You are not allowed to do this.' }
  const others = [
    await buildStaffSession(server, ['people', 'share', 'matching', 'userAdministration']),
    await buildPortalSession(server, 'citizen'),
    lead,
  ]
  for (const session of others) {
    const asked = server.caller(session).mails
    await expect(asked.listFailed({ dealtWith: false })).rejects.toMatchObject(refused)
    await expect(asked.countFailed()).rejects.toMatchObject(refused)
    await expect(asked.sendAgain({ ...key(), mailId })).rejects.toMatchObject(refused)
    await expect(asked.markDealtWith({ ...key(), mailId, note: 'Rang' })).rejects.toMatchObject(refused)
  }
  const looker = server.caller(await buildStaffSession(server, ['portalAdministration.read'])).mails
  expect(await looker.countFailed()).toEqual({ waiting: 1 })
  await expect(looker.sendAgain({ ...key(), mailId })).rejects.toMatchObject(refused)
  await expect(looker.markDealtWith({ ...key(), mailId, note: 'Rang' })).rejects.toMatchObject(refused)
  expect(await waiting()).toHaveLength(1)
})

test('an e-mail that did not arrive is listed with whom, what kind, about what and why, and no child', async () => {
  const { mailId, lead, personId } = await askInVain()
  const [mail] = await waiting()
  expect(mail).toMatchObject({
    mailId,
    kind: 'adviceAsked',
    outcome: 'refused',
    failure: 'noSuchMailbox',
    statusCode: '5.1.1',
    account: { userId: lead.userId, kind: 'professional', name: 'Lena Lead' },
    about: { kind: 'adviceRequest' },
    notAgain: null,
    dealtWith: null,
  })
  expect(JSON.stringify(mail)).not.toMatch(/Amira|Khan/)
  // The record of the child says that they were never told, and whoever has the account in front of them sees it too.
  const { requests } = await server.caller(officer).advice.listOfPerson({ personId })
  expect(requests[0]?.notReached).toMatchObject([{ name: 'Lena Lead', failure: 'noSuchMailbox' }])
  const { lastMail } = await server.caller(officer).portalUsers.get({ userId: lead.userId })
  expect(lastMail).toMatchObject({ kind: 'adviceAsked', state: 'refused', failure: 'noSuchMailbox' })
})

test('it is sent once more to the address that the account has now, once however often that is asked', async () => {
  const { mailId, lead, personId } = await askInVain()
  const email = `${newId()}@school.example`
  await server.ownerDatabase.update(users).set({ email }).where(eq(users.id, lead.userId))
  const before = server.mailbox.length
  const again = { ...key(), mailId }
  expect(await staff().sendAgain(again)).toEqual({ outcome: 'sent' })
  expect(await staff().sendAgain(again)).toEqual({ outcome: 'sent' })
  expect(await staff().sendAgain({ ...key(), mailId })).toMatchObject({ outcome: 'alreadyHandled' })
  await tryMails(server)
  const sent = server.mailbox.slice(before)
  expect(sent.map(({ to }) => to)).toEqual([email])
  expect(sent[0]?.text).toContain('/advice/')
  expect(await waiting()).toEqual([])
  const { mails: done } = await staff().listFailed({ dealtWith: true })
  expect(done).toMatchObject([{ mailId, dealtWith: { note: null } }])
  const { requests } = await server.caller(officer).advice.listOfPerson({ personId })
  expect(requests[0]?.notReached).toEqual([])
  const lines = await server.ownerDatabase.select().from(auditEvents).where(eq(auditEvents.objectId, mailId))
  expect(lines.filter(({ action }) => action === 'mails.sendAgain')).toHaveLength(1)
  expect(JSON.stringify(lines)).not.toContain(email)
})

test('of two officers at once one sends, and the other is told', async () => {
  const { mailId } = await askInVain()
  const answers = await Promise.all([1, 2].map(() => staff().sendAgain({ ...key(), mailId })))
  expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['alreadyHandled', 'sent'])
})

test('what it tells of is over, or who it was for is gone: then it is not sent once more, and the list says why', async () => {
  const { mailId, adviceRequestId, lead } = await askInVain()
  const whyNot = async () => (await waiting()).find((mail) => mail.mailId === mailId)?.notAgain
  const refused = { id: 'conflict' }
  await server.ownerDatabase.update(users).set({ disabled: true }).where(eq(users.id, lead.userId))
  expect(await whyNot()).toBe('accountClosed')
  await expect(staff().sendAgain({ ...key(), mailId })).rejects.toMatchObject(refused)
  await server.ownerDatabase.update(users).set({ disabled: false }).where(eq(users.id, lead.userId))
  const withdrawing = { ...key(), adviceRequestId, reason: 'By mistake', knowsOfDraft: false }
  await server.caller(officer).advice.withdraw(withdrawing)
  expect(await whyNot()).toBe('over')
  await expect(staff().sendAgain({ ...key(), mailId })).rejects.toMatchObject(refused)
  // A link that opens an account is asked for anew by whoever wants one.
  await server
    .caller({ face: 'citizen', token: null })
    .accounts.register({ email: 'nobody@example.org', language: 'en' })
  const takeAgain = refuseMail(server, noSuchMailbox)
  await tryMails(server)
  takeAgain()
  const link = (await waiting()).find(({ kind }) => kind === 'registration')
  expect(link).toMatchObject({ account: null, address: 'nobody@example.org', notAgain: 'kind' })
})

test('that somebody rang is noted once, with what they said; an e-mail that arrived is none of the list', async () => {
  const { mailId } = await askInVain()
  const note = 'Rang the school: Ms Lead has left'
  expect(await staff().markDealtWith({ ...key(), mailId, note })).toEqual({ outcome: 'dealtWith' })
  expect(await staff().markDealtWith({ ...key(), mailId, note })).toMatchObject({ outcome: 'alreadyHandled' })
  expect(await staff().countFailed()).toEqual({ waiting: 0 })
  const { mails: done } = await staff().listFailed({ dealtWith: true })
  expect(done).toMatchObject([{ dealtWith: { note } }])
  await buildAsked(server, { officer, form })
  await tryMails(server)
  const [arrived] = await server.ownerDatabase.select().from(mails).where(eq(mails.state, 'handedOver'))
  const unknown = staff().markDealtWith({ ...key(), mailId: arrived?.id ?? '', note })
  await expect(unknown).rejects.toMatchObject({ id: 'not-found' })
})

test('a question to a sender that did not arrive is sent once more while it waits for an answer, and that none is needed while none waits', async () => {
  const matcher = await buildStaffSession(server, ['formBuilder', 'matching', 'portalAdministration'])
  const sender = await buildPortalSession(server, 'citizen')
  const request = await publishRequestForm(server, matcher)
  const child = await sendChild(server, { form: request, sender, child: { givenNames: 'Seren' } })
  const { suspense } = server.caller(matcher)
  const { incomingChildId } = child
  const decision = async () => {
    const { version } = await suspense.get({ incomingChildId })
    return { ...key(), incomingChildId, version }
  }
  const failedOf = async (kind: string) => (await waiting()).find((mail) => mail.kind === kind)
  await server.runJobs()
  const takeAgain = refuseMail(server, noSuchMailbox)
  await suspense.ask({ ...(await decision()), question: 'Which school does Seren go to?' })
  await tryMails(server)
  takeAgain()
  const asked = await failedOf('questionAsked')
  expect(asked).toMatchObject({ about: { kind: 'submission' }, notAgain: null })
  const before = server.mailbox.length
  const again = { ...key(), mailId: asked?.mailId ?? '' }
  expect(await staff().sendAgain(again)).toEqual({ outcome: 'sent' })
  const refuseAgain = refuseMail(server, noSuchMailbox)
  await tryMails(server)
  refuseAgain()
  expect(await failedOf('questionAsked')).toMatchObject({ notAgain: null })
  const withdrawing = refuseMail(server, noSuchMailbox)
  await suspense.withdrawQuestion(await decision())
  await tryMails(server)
  withdrawing()
  // Now the one tells of what is over, and the other of what is so.
  expect(await failedOf('questionAsked')).toMatchObject({ notAgain: 'over' })
  const withdrawn = await failedOf('questionWithdrawn')
  expect(withdrawn).toMatchObject({ notAgain: null })
  expect(await staff().sendAgain({ ...key(), mailId: withdrawn?.mailId ?? '' })).toEqual({ outcome: 'sent' })
  await tryMails(server)
  expect(server.mailbox.slice(before)).toHaveLength(1)
  expect(server.mailbox.at(-1)?.text).toContain(child.reference)
  expect(server.mailbox.at(-1)?.text).not.toMatch(/Seren/)
})
