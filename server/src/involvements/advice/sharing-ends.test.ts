import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import { auditEvents } from '../../audit/tables.ts'
import { setActingAs } from '../../database/client.ts'
import { createCaller } from '../../router.ts'
import { beginAdviceForm, buildAsked, sendAdviceForm } from '../../testing/advice-steps.ts'
import { publishAdviceForm, type AdviceForm } from '../../testing/build-advice.ts'
import { buildOtherSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
let form: AdviceForm

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['formBuilder', 'share', 'people'], { name: 'Nia Morgan' })
  form = await publishAdviceForm(server, officer)
})
afterAll(() => server.close())

const key = () => ({ idempotencyKey: newId() })
const of = (session: BuiltSession) => server.caller(session).advice
const nothing = { code: 'NOT_FOUND', message: 'This could not be found.' }
const reason = 'The family has moved away'
const ask = () => buildAsked(server, { officer, form })

/** The same server as the owner of its tables, for whom row-level security hides nothing. */
function pastTheSecondLock(session: BuiltSession) {
  const request = server.request(session)
  return createCaller({ ...request, services: { ...request.services, database: server.ownerDatabase } })
}

const seesPerson = ({ userId }: BuiltSession, personId: string) =>
  server.database.transaction(async (tx) => {
    await setActingAs(tx, { kind: 'professional', userId }, server.clock.now())
    return [...(await tx.execute(sql`select 1 from people where id = ${personId}`))].length === 1
  })

describe('withdrawing', () => {
  test('SR-434: a withdrawn request, the child and what was begun are gone on the next request, behind either lock', async () => {
    const { adviceRequestId, personId, member, lead } = await ask()
    const submissionId = await beginAdviceForm(server, member, adviceRequestId)
    expect(await seesPerson(lead, personId)).toBe(true)
    const withdrawn = await of(officer).withdraw({ ...key(), adviceRequestId, reason, knowsOfDraft: true })
    expect(withdrawn).toEqual({ outcome: 'withdrawn', draftDeleted: true })
    for (const session of [member, lead]) {
      for (const caller of [server.caller(session), pastTheSecondLock(session)]) {
        await expect(caller.advice.get({ adviceRequestId })).rejects.toMatchObject(nothing)
        expect(await caller.advice.listMine()).toEqual({ requests: [] })
        expect((await caller.advice.listCaseload({ view: 'recent' })).children).toEqual([])
        await expect(caller.submissions.getMine({ submissionId })).rejects.toMatchObject(nothing)
      }
      expect(await seesPerson(session, personId)).toBe(false)
    }
    const [request] = (await of(officer).listOfPerson({ personId })).requests
    expect(request).toMatchObject({ state: 'withdrawn', withdrawn: { by: 'Nia Morgan', reason } })
    const [line] = await server.ownerDatabase
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, 'advice.withdraw'))
    expect(line).toMatchObject({ reason, personId, objectId: adviceRequestId })
  })

  test('a form that a colleague was asked to help with goes with its request, and the invitation with it', async () => {
    const { adviceRequestId, organisationId, member, lead } = await ask()
    const submissionId = await beginAdviceForm(server, member, adviceRequestId)
    const help = { role: 'view' as const, pageIds: null, organisationId, userId: lead.userId }
    const { sharedForms } = server.caller(member)
    expect(await sharedForms.inviteColleague({ ...key(), submissionId, ...help })).toMatchObject({
      outcome: 'invited',
    })
    const withdrawn = await of(officer).withdraw({ ...key(), adviceRequestId, reason, knowsOfDraft: true })
    expect(withdrawn).toEqual({ outcome: 'withdrawn', draftDeleted: true })
    const left = await server.ownerDatabase.execute(
      sql`select 1 from form_helpers where submission_id = ${submissionId}`,
    )
    expect([...left]).toEqual([])
  })

  test('whoever worked on it is told that it was withdrawn, and nothing about the child', async () => {
    const { adviceRequestId, member } = await ask()
    await beginAdviceForm(server, member, adviceRequestId)
    await server.runJobs()
    server.mailbox.length = 0
    await of(officer).withdraw({ ...key(), adviceRequestId, reason, knowsOfDraft: true })
    await server.runJobs()
    expect(server.mailbox).toMatchObject([
      { to: member.email, subject: 'A request for advice has been withdrawn' },
    ])
    expect(JSON.stringify(server.mailbox)).not.toMatch(/Amira|Khan|moved away/)
  })

  test('SR-434: what is answered or withdrawn already is not withdrawn, and a reason is needed', async () => {
    const { adviceRequestId, member } = await ask()
    await expect(
      of(officer).withdraw({ ...key(), adviceRequestId, reason: ' ', knowsOfDraft: true }),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    const submissionId = await beginAdviceForm(server, member, adviceRequestId)
    await sendAdviceForm(server, { session: member, form, submissionId })
    const late = { ...key(), adviceRequestId, reason, knowsOfDraft: true }
    expect(await of(officer).withdraw(late)).toEqual({ outcome: 'alreadyHandled' })
    await expect(of(officer).withdraw({ ...late, ...key(), adviceRequestId: newId() })).rejects.toMatchObject(
      nothing,
    )
  })

  test('a form that was begun since the officer looked is not deleted unseen', async () => {
    const { adviceRequestId, member, personId } = await ask()
    const submissionId = await beginAdviceForm(server, member, adviceRequestId)
    const unknowing = { ...key(), adviceRequestId, reason, knowsOfDraft: false }
    expect(await of(officer).withdraw(unknowing)).toEqual({ outcome: 'begunMeanwhile' })
    expect((await of(officer).listOfPerson({ personId })).requests).toMatchObject([{ state: 'inProgress' }])
    await expect(server.caller(member).submissions.getMine({ submissionId })).resolves.toBeDefined()
  })

  test('SR-434: of sending the form and withdrawing the request at once, one wins whole', async () => {
    for (let run = 0; run < 5; run += 1) {
      const { adviceRequestId, member, personId } = await ask()
      const submissionId = await beginAdviceForm(server, member, adviceRequestId)
      const [sent, withdrawn] = await Promise.allSettled([
        sendAdviceForm(server, { session: member, form, submissionId }),
        of(officer).withdraw({ ...key(), adviceRequestId, reason, knowsOfDraft: true }),
      ])
      const [request] = (await of(officer).listOfPerson({ personId })).requests
      const isSent = sent.status === 'fulfilled' && sent.value.outcome === 'received'
      const isWithdrawn = withdrawn.status === 'fulfilled' && withdrawn.value.outcome === 'withdrawn'
      expect([isSent, isWithdrawn].filter(Boolean)).toHaveLength(1)
      expect(request?.state).toBe(isSent ? 'answered' : 'withdrawn')
    }
  })
})

describe('leaving', () => {
  test('SR-435: whoever leaves sees neither the request nor what they began or sent for the organisation; a colleague goes on with it', async () => {
    const { adviceRequestId, organisationId, member, lead } = await ask()
    const submissionId = await beginAdviceForm(server, member, adviceRequestId)
    const views = { [form.views]: 'Half of it.' }
    await server.caller(member).submissions.savePage({ submissionId, pageId: form.pageId, answers: views })
    await server
      .caller(lead)
      .organisations.remove({ organisationId, userId: member.userId, reason: 'Moved on' })
    for (const caller of [server.caller(member), pastTheSecondLock(member)]) {
      expect((await caller.submissions.listMine()).submissions).toEqual([])
      await expect(caller.submissions.getMine({ submissionId })).rejects.toMatchObject(nothing)
      await expect(caller.submissions.submit({ ...key(), submissionId })).rejects.toMatchObject(nothing)
    }
    await expect(of(lead).get({ adviceRequestId })).resolves.toMatchObject({
      state: 'inProgress',
      heldBy: null,
    })
    expect(await beginAdviceForm(server, lead, adviceRequestId)).toBe(submissionId)
    const { answers } = await server.caller(lead).submissions.getMine({ submissionId })
    expect(answers[form.views]).toBe('Half of it.')
  })
})

describe('time', () => {
  test('SR-433: who the child is, is seen for thirty days after the answer and then no more', async () => {
    const { adviceRequestId, member, lead, personId } = await ask()
    const submissionId = await beginAdviceForm(server, member, adviceRequestId)
    await sendAdviceForm(server, { session: member, form, submissionId })
    server.clock.moveBy(29 * 86_400_000)
    const stillHere = await buildOtherSession(server, lead)
    await expect(of(stillHere).get({ adviceRequestId })).resolves.toMatchObject({ familyName: 'Khan' })
    expect((await of(stillHere).listCaseload({ view: 'recent' })).children).toMatchObject([
      { state: 'answered' },
    ])
    expect(await seesPerson(lead, personId)).toBe(true)
    server.clock.moveBy(2 * 86_400_000)
    const later = await buildOtherSession(server, lead)
    for (const caller of [server.caller(later), pastTheSecondLock(later)]) {
      await expect(caller.advice.get({ adviceRequestId })).rejects.toMatchObject(nothing)
      expect(await caller.advice.listMine()).toEqual({ requests: [] })
    }
    expect(await seesPerson(lead, personId)).toBe(false)
    const sender = await buildOtherSession(server, member)
    const own = await server.caller(sender).submissions.listMine()
    expect(own.submissions).toMatchObject([{ submissionId, status: 'received' }])
  })
})
