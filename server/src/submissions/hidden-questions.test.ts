import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answers } from '@send/shared/forms/answers'
import type { Condition } from '@send/shared/forms/conditions/condition'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { listQuestions } from '@send/shared/forms/form-definition'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId, newItemId, newQuestionId } from '@send/shared/values/ids'
import { buildServer } from '../host.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { answers } from './tables.ts'

let server: TestServer
let app: FastifyInstance
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  app = await buildServer(server.services)
  officer = await buildStaffSession(server, ['formBuilder', 'manageIncomingForms'])
})
afterAll(async () => {
  await app.close()
  await server.close()
})

const child = buildQuestion('childDetails')
const atSchool = buildQuestion('yesNo', { wording: { en: 'Does the child go to school?' } })
const goes: Condition = {
  kind: 'equals',
  of: { from: 'answer', questionId: atSchool.id },
  value: 'yes',
}
const school = buildQuestion('shortText', { showIf: goes })
const report = buildQuestion('file', { required: false, showIf: goes })
const days = buildQuestion('wholeNumber', { required: false, requiredIf: goes })
const hours = buildQuestion('calculated', {
  formula: {
    kind: 'multiply',
    terms: [
      { kind: 'answer', of: { from: 'answer', questionId: days.id } },
      { kind: 'number', value: 6 },
    ],
  },
})
const first = buildPage([child, atSchool])
const second = buildPage([school, buildQuestion('date')], { showIf: goes })
const third = buildPage([days, hours, report])
const mali = {
  givenNames: 'Mali',
  familyName: 'Grug',
  dateOfBirth: { day: '4', month: '9', year: '2018' },
  sex: '' as const,
  postcode: '',
  upn: '',
}

async function publish(overrides: Partial<FormDefinition>): Promise<string> {
  const formId = newId()
  const code = `HIDDEN-${formId.slice(-8).toUpperCase()}`
  const entry = {
    effect: 'allow' as const,
    subject: { kind: 'group' as const, id: officer.groupIds[0] ?? '' },
  }
  const accessList = { entries: [{ ...entry, rights: ['read' as const] }] }
  const definition = buildForm({ code, accessList, pages: [first, second, third], ...overrides })
  const outcome = await server
    .caller(officer)
    .forms.publish(
      await withPassedCheck({ idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }),
    )
  expect(outcome).toMatchObject({ outcome: 'published' })
  return formId
}

function startAs(session: BuiltSession, formId: string) {
  return server.caller(session).submissions.start({ idempotencyKey: newId(), formId })
}

/** Attaches a file to the file question as the portal does; gives its id. */
async function attach(session: BuiltSession, submissionId: string): Promise<string> {
  const part = 'content-disposition: form-data; name="file"; filename="report.pdf"'
  const answer = await app.inject({
    method: 'POST',
    url: `/files/${submissionId}/${report.id}`,
    headers: {
      authorization: `Bearer ${session.token}`,
      'x-send-service': server.services.portal.serviceSecret,
      'x-send-face': 'citizen',
      'x-send-visitor-address': '198.51.100.7',
      'content-type': 'multipart/form-data; boundary=edge',
    },
    payload: `--edge\r\n${part}\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\nreport\r\n--edge--\r\n`,
  })
  return answer.json<{ files: { fileId: string }[] }>().files[0]?.fileId ?? ''
}

test('a definition whose logic goes round in a circle or asks for the person’s record is refused by the server itself', async () => {
  const circle = { ...atSchool, showIf: goes }
  const record = buildQuestion('shortText', {
    showIf: { kind: 'answered', of: { from: 'person', fact: 'upn' } },
  })
  const inItem = buildQuestion('yesNo', { showIf: goes, id: atSchool.id })
  const circleInGroup = buildQuestion('group', { questions: [inItem] })
  for (const question of [circle, record, circleInGroup]) {
    const definition = buildForm({ code: 'REFUSED', pages: [buildPage([child, question])] })
    const request = { idempotencyKey: newId(), formId: newId(), baseVersion: null, definition, live: true }
    expect(await server.caller(officer).forms.publish(await withPassedCheck(request))).toMatchObject({
      outcome: 'refused',
    })
  }
})

test('an internal form is neither listed nor started on a portal', async () => {
  const formId = await publish({ family: 'internal', pages: [first, second] })
  const parent = await buildPortalSession(server, 'citizen')
  const { forms } = await server.caller(parent).forms.listAvailable({})
  expect(forms.map((form) => form.formId)).not.toContain(formId)
  await expect(startAs(parent, formId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('answers of hidden questions are kept until the form is sent, and are then gone; what is calculated is kept', async () => {
  const formId = await publish({})
  const parent = await buildPortalSession(server, 'citizen')
  const caller = server.caller(parent)
  const { submissionId } = await startAs(parent, formId)
  const save = (pageId: string, given: Answers) =>
    caller.submissions.savePage({ submissionId, pageId, answers: given, language: 'en' })
  const submit = () => caller.submissions.submit({ idempotencyKey: newId(), submissionId, language: 'en' })

  await save(first.id, { [child.id]: mali, [atSchool.id]: 'yes' })
  await save(second.id, { [school.id]: 'Elm Primary School' })
  const required = await save(third.id, { [days.id]: '' })
  expect(required.problems.map(({ questionId }) => questionId)).toEqual([days.id])
  expect(await submit()).toMatchObject({ outcome: 'incomplete' })
  await expect(save(third.id, { [hours.id]: '1000' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })

  const caught = await attach(parent, submissionId)
  await save(first.id, { [atSchool.id]: 'no' })
  const kept = await caller.submissions.getMine({ submissionId })
  expect(kept.answers[school.id]).toBe('Elm Primary School')
  expect(kept.files.map(({ fileId }) => fileId)).toEqual([caught])
  await save(third.id, { [days.id]: '4' })
  expect(await submit()).toMatchObject({ outcome: 'received' })

  const stored = await server.ownerDatabase
    .select({ questionId: answers.questionId, value: answers.value })
    .from(answers)
    .where(eq(answers.submissionId, submissionId))
  const byQuestion = new Map(stored.map(({ questionId, value }) => [questionId, value]))
  expect(byQuestion.has(school.id)).toBe(false)
  expect(byQuestion.get(hours.id)).toBe('24')
  const sent = await caller.submissions.getMine({ submissionId })
  expect(sent.files).toEqual([])
  const read = await server.caller(officer).chronology.getIncoming({ submissionId })
  expect(listQuestions(read.definition).map(({ id }) => id)).toEqual([
    child.id,
    atSchool.id,
    days.id,
    hours.id,
  ])
})

const theirSchoolId = newQuestionId()
const named = buildQuestion('shortText', { wording: { en: 'Name' } })
const goesToo = buildQuestion('yesNo', { wording: { en: 'At school?' } })
const theirSchool = buildQuestion('shortText', {
  id: theirSchoolId,
  wording: { en: 'Which school?' },
  showIf: { kind: 'equals', of: { from: 'answer', questionId: goesToo.id }, value: 'yes' },
  rules: [
    {
      id: newId(),
      must: {
        kind: 'none',
        conditions: [{ kind: 'equals', of: { from: 'answer', questionId: theirSchoolId }, value: 'at home' }],
      },
      message: { en: 'Home is no school.' },
    },
  ],
})
const siblings = buildQuestion('group', { questions: [named, goesToo, theirSchool] })

test('the server asks each item of a group by itself, keeps what is hidden there until the form is sent, and sends it not', async () => {
  const page = buildPage([child, siblings])
  const formId = await publish({ pages: [page] })
  const parent = await buildPortalSession(server, 'citizen')
  const caller = server.caller(parent)
  const { submissionId } = await startAs(parent, formId)
  const [eldest, youngest] = [newItemId(), newItemId()]
  const save = (first: Record<string, string>, second: Record<string, string>) =>
    caller.submissions.savePage({
      submissionId,
      pageId: page.id,
      answers: {
        [child.id]: mali,
        [siblings.id]: [
          { id: eldest, answers: { [named.id]: 'Sam', ...first } },
          { id: youngest, answers: { [named.id]: 'Alex', ...second } },
        ],
      },
      language: 'en',
    })
  const submit = () => caller.submissions.submit({ idempotencyKey: newId(), submissionId, language: 'en' })

  const missing = await save({ [goesToo.id]: 'yes' }, { [goesToo.id]: 'no' })
  expect(missing.problems).toEqual([
    {
      questionId: siblings.id,
      part: `${eldest}.${theirSchoolId}`,
      message: 'Brother or sister 1: Answer “Which school?”',
    },
  ])
  expect(await submit()).toMatchObject({ outcome: 'incomplete' })
  const broken = await save({ [goesToo.id]: 'yes', [theirSchoolId]: 'At home' }, { [goesToo.id]: 'no' })
  expect(broken.problems.map(({ message }) => message)).toEqual(['Brother or sister 1: Home is no school.'])

  const hidden = { [goesToo.id]: 'no', [theirSchoolId]: 'at home' }
  const saved = await save({ [goesToo.id]: 'yes', [theirSchoolId]: 'Elm' }, hidden)
  expect(saved.problems).toEqual([])
  const kept = await caller.submissions.getMine({ submissionId })
  expect(kept.answers[siblings.id]).toMatchObject([{}, { answers: { [theirSchoolId]: 'at home' } }])
  expect(await submit()).toMatchObject({ outcome: 'received' })
  const sent = await caller.submissions.getMine({ submissionId })
  expect(sent.answers[siblings.id]).toEqual([
    { id: eldest, answers: { [named.id]: 'Sam', [goesToo.id]: 'yes', [theirSchoolId]: 'Elm' } },
    { id: youngest, answers: { [named.id]: 'Alex', [goesToo.id]: 'no' } },
  ])
  const read = await server.caller(officer).chronology.getIncoming({ submissionId })
  expect(JSON.stringify(read.answers)).not.toContain('at home')
})
