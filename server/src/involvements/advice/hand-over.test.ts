import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import {
  beginAdviceForm,
  buildAsked,
  buildSchool,
  buildVerified,
  sendAdviceForm,
} from '../../testing/advice-steps.ts'
import { publishAdviceForm, type AdviceForm } from '../../testing/build-advice.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
let form: AdviceForm

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['formBuilder', 'share', 'people'])
  form = await publishAdviceForm(server, officer)
})
afterAll(() => server.close())

const key = () => ({ idempotencyKey: newId() })
const of = (session: BuiltSession) => server.caller(session).advice
const nothing = { code: 'NOT_FOUND', message: 'This could not be found.' }

/** A request to a school with a third member. */
async function ask() {
  const asked = await buildAsked(server, { officer, form })
  const colleague = await buildVerified(server, officer, 'Cai Colleague')
  await join(asked.organisationId, colleague)
  return { ...asked, colleague }
}

async function join(organisationId: string, { userId }: BuiltSession) {
  await server.ownerDatabase.execute(sql`insert into organisation_members
    (organisation_id, user_id, role, state, asked_at)
    values (${organisationId}, ${userId}, 'member', 'active', now())`)
}

test('SR-436: a request is handed to nobody but a verified colleague of the same organisation', async () => {
  const { adviceRequestId, member, organisationId } = await ask()
  const stranger = (await buildSchool(server, officer)).member
  const unverified = await buildPortalSession(server, 'professional')
  await join(organisationId, unverified)
  for (const { userId } of [stranger, unverified, officer, member, { userId: newId() }])
    expect(await of(member).handOver({ ...key(), adviceRequestId, userId })).toEqual({
      outcome: 'noColleague',
    })
})

test('SR-436: what a colleague works on is handed over by them and by a lead, and by nobody else', async () => {
  const { adviceRequestId, member, lead, colleague } = await ask()
  await beginAdviceForm(server, member, adviceRequestId)
  expect(await of(colleague).handOver({ ...key(), adviceRequestId, userId: lead.userId })).toEqual({
    outcome: 'heldByColleague',
    name: 'Max Member',
  })
  expect(await of(colleague).takeBack({ ...key(), adviceRequestId })).toEqual({ outcome: 'notYours' })
  expect(
    await of(colleague).answerNotKnown({ ...key(), adviceRequestId, whatChecked: 'The register' }),
  ).toEqual({ outcome: 'heldByColleague', name: 'Max Member' })
  expect(await of(lead).handOver({ ...key(), adviceRequestId, userId: colleague.userId })).toEqual({
    outcome: 'handedOver',
    name: 'Cai Colleague',
  })
})

test('SR-436: a form that was begun goes along, is no longer its last owner’s, and loses what they signed', async () => {
  const { adviceRequestId, member, colleague } = await ask()
  const submissionId = await beginAdviceForm(server, member, adviceRequestId)
  const signed = { agreed: 'yes' as const, name: 'Max Member', signedOn: '' as const }
  const answers = { [form.views]: 'Half of it.', [form.declaration]: signed }
  await server.caller(member).submissions.savePage({ submissionId, pageId: form.pageId, answers })
  await of(member).handOver({ ...key(), adviceRequestId, userId: colleague.userId })
  await expect(server.caller(member).submissions.getMine({ submissionId })).rejects.toMatchObject(nothing)
  expect((await server.caller(member).submissions.listMine()).submissions).toEqual([])
  const begun = await server.caller(colleague).submissions.getMine({ submissionId })
  expect(begun.answers[form.views]).toBe('Half of it.')
  expect(begun.answers[form.declaration]).toBeUndefined()
  await expect(of(colleague).get({ adviceRequestId })).resolves.toMatchObject({
    heldBy: { isMe: true },
    submissionId,
    mayTakeBack: false,
  })
  await expect(of(member).get({ adviceRequestId })).resolves.toMatchObject({
    heldBy: { name: 'Cai Colleague', isMe: false },
    submissionId: null,
    mayHandOver: false,
    mayTakeBack: true,
  })
})

test('the colleague gets word, and nothing about the child', async () => {
  const { adviceRequestId, member, colleague } = await ask()
  await server.runJobs()
  server.mailbox.length = 0
  const request = { ...key(), adviceRequestId, userId: colleague.userId }
  const first = await of(member).handOver(request)
  expect(await of(member).handOver(request)).toEqual(first)
  await server.runJobs()
  expect(server.mailbox).toMatchObject([{ to: colleague.email, subject: /^A colleague has passed you/ }])
  expect(JSON.stringify(server.mailbox)).not.toMatch(/Amira|Khan/)
})

test('whoever handed a request over takes it back with what the colleague wrote', async () => {
  const { adviceRequestId, member, colleague } = await ask()
  await of(member).handOver({ ...key(), adviceRequestId, userId: colleague.userId })
  const submissionId = await beginAdviceForm(server, colleague, adviceRequestId)
  expect(await of(member).takeBack({ ...key(), adviceRequestId })).toEqual({ outcome: 'takenBack' })
  await expect(server.caller(member).submissions.getMine({ submissionId })).resolves.toMatchObject({
    status: 'inProgress',
  })
  await expect(server.caller(colleague).submissions.getMine({ submissionId })).rejects.toMatchObject(nothing)
})

test('a request that has its answer is handed to nobody', async () => {
  const { adviceRequestId, member, colleague } = await ask()
  const submissionId = await beginAdviceForm(server, member, adviceRequestId)
  await sendAdviceForm(server, { session: member, form, submissionId })
  const conflict = { code: 'CONFLICT' }
  await expect(
    of(member).handOver({ ...key(), adviceRequestId, userId: colleague.userId }),
  ).rejects.toMatchObject(conflict)
  await expect(of(member).takeBack({ ...key(), adviceRequestId })).rejects.toMatchObject(conflict)
})
