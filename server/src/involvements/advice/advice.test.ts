import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@send/shared/values/ids'
import {
  beginAdviceForm,
  buildAsked,
  buildSchool as buildSchoolOf,
  buildVerified,
  sendAdviceForm,
} from '../../testing/advice-steps.ts'
import { buildPerson, publishAdviceForm, type AdviceForm } from '../../testing/build-advice.ts'
import { buildOrganisation, buildVerification } from '../../testing/build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
let form: AdviceForm

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, [
    'formBuilder',
    'share',
    'people',
    'portalAdministration',
    'verifyProfessionals',
  ])
  form = await publishAdviceForm(server, officer)
})
afterAll(() => server.close())

const key = () => ({ idempotencyKey: newId() })
const of = (session: BuiltSession) => server.caller(session).advice
const nothing = { code: 'NOT_FOUND', message: 'This could not be found.' }
const refused = { message: 'You are not allowed to do this.' }
const dueOn = '2026-04-13'

const verified = (name: string) => buildVerified(server, officer, name)
const buildSchool = () => buildSchoolOf(server, officer)
const ask = () => buildAsked(server, { officer, form })
const begin = (session: BuiltSession, adviceRequestId: string) =>
  beginAdviceForm(server, session, adviceRequestId)
const send = (session: BuiltSession, submissionId: string) =>
  sendAdviceForm(server, { session, form, submissionId })
const stateOf = async (personId: string) => (await of(officer).listOfPerson({ personId })).requests[0]?.state

describe('who may not', () => {
  test('SR-430: staff without the process of sharing send and withdraw nothing, and families and staff answer nothing', async () => {
    const { adviceRequestId, personId, organisationId } = await ask()
    const looking = of(await buildStaffSession(server, ['people', 'chronology']))
    const request = { personId, organisationId, formId: form.formId, dueOn }
    await expect(looking.send({ ...key(), ...request })).rejects.toMatchObject(refused)
    await expect(
      looking.withdraw({ ...key(), adviceRequestId, reason: 'By mistake', knowsOfDraft: false }),
    ).rejects.toMatchObject(refused)
    for (const session of [officer, await buildPortalSession(server, 'citizen')]) {
      await expect(of(session).listMine()).rejects.toMatchObject(refused)
      await expect(of(session).begin({ ...key(), adviceRequestId })).rejects.toMatchObject(refused)
    }
  })

  test('SR-431: a request is as unknown as one that never was to other organisations, the unverified and those who have left', async () => {
    const { adviceRequestId, organisationId, lead, member } = await ask()
    const unverified = await buildPortalSession(server, 'professional')
    const elsewhere = await buildSchool()
    const left = member
    await server
      .caller(lead)
      .organisations.remove({ organisationId, userId: left.userId, reason: 'Moved on' })
    for (const session of [unverified, elsewhere.lead, left]) {
      expect(await of(session).listMine()).toEqual({ requests: [] })
      expect((await of(session).listCaseload({ view: 'active' })).children).toEqual([])
      for (const work of [
        () => of(session).get({ adviceRequestId }),
        () => of(session).begin({ ...key(), adviceRequestId }),
        () => of(session).answerNotKnown({ ...key(), adviceRequestId, whatChecked: 'The register' }),
        () => of(session).handOver({ ...key(), adviceRequestId, userId: lead.userId }),
        () => of(session).takeBack({ ...key(), adviceRequestId }),
      ])
        await expect(work()).rejects.toMatchObject(nothing)
    }
    await expect(of(lead).get({ adviceRequestId })).resolves.toMatchObject({ familyName: 'Khan' })
    await buildVerification(server, lead.userId, officer.userId, {
      decision: 'withdrawn',
      decidedAt: new Date(server.clock.now().getTime() + 1),
    })
    server.clock.moveBy(1000)
    await expect(of(lead).get({ adviceRequestId })).rejects.toMatchObject(nothing)
  })

  test('SR-431: one to a colleague by name is not for the others, but for the leads, so that it is not lost', async () => {
    const school = await buildSchool()
    const other = await verified('Olu Other')
    const { organisationId, lead, member } = school
    await server.ownerDatabase.execute(sql`insert into organisation_members
      (organisation_id, user_id, role, state, asked_at) values (${organisationId}, ${other.userId}, 'member', 'active', now())`)
    const personId = await buildPerson(server)
    const named = { personId, organisationId, namedUserId: member.userId, formId: form.formId, dueOn }
    const { adviceRequestId } = await of(officer).send({ ...key(), ...named })
    await expect(of(other).get({ adviceRequestId })).rejects.toMatchObject(nothing)
    expect(await of(other).listMine()).toEqual({ requests: [] })
    for (const session of [lead, member])
      await expect(of(session).get({ adviceRequestId })).resolves.toMatchObject({
        heldBy: { name: 'Max Member' },
      })
  })

  test('a request that nobody could read, that is asked already, or that is due on no day that counts is refused', async () => {
    const { personId, organisationId } = await ask()
    const request = { personId, organisationId, formId: form.formId, dueOn }
    const conflict = { code: 'CONFLICT' }
    await expect(of(officer).send({ ...key(), ...request })).rejects.toMatchObject(conflict)
    const empty = await buildOrganisation(server, {
      members: [[await buildPortalSession(server, 'professional'), 'lead']],
    })
    await expect(of(officer).send({ ...key(), ...request, organisationId: empty })).rejects.toMatchObject(
      conflict,
    )
    await expect(
      of(officer).send({ ...key(), ...request, namedUserId: officer.userId }),
    ).rejects.toMatchObject(conflict)
    for (const wrong of ['2026-03-01', '2027-03-03', 'tomorrow'])
      await expect(of(officer).send({ ...key(), ...request, dueOn: wrong })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      })
    for (const unknown of [{ personId: newId() }, { organisationId: newId() }, { formId: newId() }])
      await expect(of(officer).send({ ...key(), ...request, ...unknown })).rejects.toMatchObject(nothing)
  })
})

describe('asking', () => {
  test('SR-432: the e-mail says that advice is asked for and by when, to the leads, in their language, and nothing about the child', async () => {
    const school = await buildSchool()
    await server.runJobs()
    server.mailbox.length = 0
    await server.ownerDatabase.execute(sql`update users set language = 'cy' where id = ${school.lead.userId}`)
    const personId = await buildPerson(server)
    const { organisationId } = school
    const { adviceRequestId } = await of(officer).send({
      ...key(),
      personId,
      organisationId,
      formId: form.formId,
      dueOn,
      note: 'Please say how Amira copes at lunch.',
    })
    await server.runJobs()
    expect(server.mailbox).toHaveLength(1)
    const [mail] = server.mailbox
    expect(mail?.to).toBe(school.lead.email)
    expect(mail?.subject).toBe('Cais am gyngor, i’w roi erbyn 13 Ebrill 2026')
    expect(mail?.text).toContain(`http://localhost:3001/advice/${adviceRequestId}`)
    expect(JSON.stringify(server.mailbox)).not.toMatch(/Amira|Khan|lunch|2014/)
  })

  test('a request that is repeated is sent once', async () => {
    const school = await buildSchool()
    const personId = await buildPerson(server)
    const { organisationId } = school
    const request = { ...key(), personId, organisationId, formId: form.formId, dueOn }
    const first = await of(officer).send(request)
    expect(await of(officer).send(request)).toEqual(first)
    expect((await of(officer).listOfPerson({ personId })).requests).toHaveLength(1)
  })

  test('whom to ask is found by name, with those who could read it, and on which form', async () => {
    const { organisationId } = await buildSchool()
    const { recipients } = await of(officer).listRecipients({ text: organisationId })
    expect(recipients).toMatchObject([
      { organisationId, professionals: [{ name: 'Lena Lead' }, { name: 'Max Member' }] },
    ])
    expect((await of(officer).listForms()).forms.map(({ formId }) => formId)).toContain(form.formId)
  })
})

describe('answering', () => {
  test('in the form it is offered who the child is and nothing filled in, and sent it is answered for the officer and the colleagues', async () => {
    const { adviceRequestId, member, lead, personId } = await ask()
    expect(await stateOf(personId)).toBe('asked')
    const submissionId = await begin(member, adviceRequestId)
    expect(await begin(member, adviceRequestId)).toBe(submissionId)
    expect(await stateOf(personId)).toBe('inProgress')
    const { pageId } = form
    const mine = await server.caller(member).submissions.getMine({ submissionId, pageId })
    expect(mine.answers).toEqual({})
    expect(mine.offers).toMatchObject([{ questionId: form.details, source: { from: 'request' } }])
    expect(mine.offers[0]?.value).toEqual({
      givenNames: 'Amira',
      familyName: 'Khan',
      dateOfBirth: { day: '14', month: '2', year: '2014' },
      sex: '',
      postcode: '',
      upn: '',
    })
    const { submissions } = await server.caller(member).submissions.listMine()
    expect(submissions).toMatchObject([
      { submissionId, child: { givenNames: 'Amira', familyName: 'Khan', dateOfBirth: '2014-02-14' } },
    ])
    expect(await of(lead).begin({ ...key(), adviceRequestId })).toEqual({
      outcome: 'heldByColleague',
      name: 'Max Member',
    })
    const sent = await send(member, submissionId)
    expect(sent.outcome).toBe('received')
    const [request] = (await of(officer).listOfPerson({ personId })).requests
    expect(request).toMatchObject({ state: 'answered', answer: { kind: 'form', reference: /INF-/ } })
    await expect(of(lead).get({ adviceRequestId })).resolves.toMatchObject({ state: 'answered' })
    for (const session of [member, lead])
      await expect(of(session).begin({ ...key(), adviceRequestId })).rejects.toMatchObject({
        code: 'CONFLICT',
      })
  })

  test('that the child is not known is an answer, with what was looked through, and deletes what was begun', async () => {
    const { adviceRequestId, member, personId } = await ask()
    const submissionId = await begin(member, adviceRequestId)
    const answer = { ...key(), adviceRequestId, whatChecked: 'The register and the archive since 2015' }
    expect(await of(member).answerNotKnown(answer)).toEqual({ outcome: 'answered' })
    expect(await of(member).answerNotKnown(answer)).toEqual({ outcome: 'answered' })
    const [request] = (await of(officer).listOfPerson({ personId })).requests
    expect(request).toMatchObject({
      state: 'notKnown',
      answer: { kind: 'notKnown', by: 'Max Member', whatChecked: 'The register and the archive since 2015' },
    })
    await expect(server.caller(member).submissions.getMine({ submissionId })).rejects.toMatchObject(nothing)
    await expect(of(member).begin({ ...key(), adviceRequestId })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('a form that is not live any more is told, and nothing is begun', async () => {
    const other = await publishAdviceForm(server, officer)
    const { member, organisationId } = await buildSchool()
    const personId = await buildPerson(server)
    const { adviceRequestId } = await of(officer).send({
      ...key(),
      personId,
      organisationId,
      formId: other.formId,
      dueOn,
    })
    await server.ownerDatabase.execute(sql`update forms set live = false where id = ${other.formId}`)
    expect(await of(member).begin({ ...key(), adviceRequestId })).toEqual({ outcome: 'formClosed' })
    expect(await stateOf(personId)).toBe('asked')
  })
})
