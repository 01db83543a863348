import { listQuestions } from '@send/shared/forms/form-definition'
import {
  isStaffOnly,
  questionTypes,
  type PortalQuestionType,
  type QuestionType,
} from '@send/shared/forms/questions/question-types'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId, newItemId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildLookupTable } from '../testing/build-lookup-table.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

const types = questionTypes.filter(
  (type): type is PortalQuestionType => !isStaffOnly(type) && type !== 'file',
)
const questions = types.map((type) => buildQuestion(type))
const page = buildPage(questions)
const idOf = (type: QuestionType) => questions.find((question) => question.type === type)?.id ?? ''
const nameInGroup = 'q_aaaaaaaaaaaaaaaaaaaaaaaaaa'

let server: TestServer
let staff: BuiltSession
let parent: BuiltSession
let formId: string

beforeAll(async () => {
  server = await createTestServer()
  staff = await buildStaffSession(server, ['formBuilder', 'manageIncomingForms', 'matching', 'people'])
  parent = await buildPortalSession(server, 'citizen')
  await buildLookupTable(server, staff)
  formId = await publish(buildForm({ code: 'EVERY-TYPE', pages: [page] }))
})
afterAll(() => server.close())

async function publish(definition: ReturnType<typeof buildForm>): Promise<string> {
  const id = newId()
  const published = await server.caller(staff).forms.publish(
    await withPassedCheck({
      idempotencyKey: newId(),
      formId: id,
      baseVersion: null,
      definition,
      live: true,
    }),
  )
  expect(published).toMatchObject({ outcome: 'published' })
  return id
}

async function start(): Promise<string> {
  const started = await server.caller(parent).submissions.start({ idempotencyKey: newId(), formId })
  return started.submissionId
}

function save(submissionId: string, answers: Record<string, unknown>) {
  const input = { submissionId, pageId: page.id, answers: answers as never, language: 'en' as const }
  return server.caller(parent).submissions.savePage(input)
}

function submit(submissionId: string) {
  const input = { idempotencyKey: newId(), submissionId, language: 'en' as const }
  return server.caller(parent).submissions.submit(input)
}

/** An answer of each type as it is typed, how it is read back, and an answer that will not do. */
const answers: Record<string, { typed: unknown; read: string; wrong: unknown }> = {
  shortText: { typed: 'Elm School', read: 'Elm School', wrong: 'x'.repeat(101) },
  longText: { typed: 'Reading.\nAnd noise.', read: 'Reading.\nAnd noise.', wrong: 'x'.repeat(20_001) },
  yesNo: { typed: 'yes', read: 'Yes', wrong: '' },
  singleChoice: { typed: 'home', read: 'At home', wrong: 'moon' },
  multipleChoice: { typed: ['talking', 'moving'], read: 'Talking\nMoving', wrong: ['talking', 'none'] },
  lookup: { typed: 'ASD', read: 'Autism', wrong: 'OLD' },
  wholeNumber: { typed: '12', read: '12', wrong: '21' },
  decimal: { typed: '3.50', read: '3.5', wrong: '1,5' },
  money: {
    typed: { typed: '£1,250.50', pence: 125_050 },
    read: '£1,250.50',
    wrong: { typed: 'much', pence: null },
  },
  date: {
    typed: { day: '3', month: '11', year: '2020' },
    read: '3 November 2020',
    wrong: { day: '1', month: '1', year: '0001' },
  },
  partialDate: {
    typed: { month: '3', year: '2020' },
    read: 'March 2020',
    wrong: { month: '', year: '2020' },
  },
  time: { typed: '9.30', read: '9:30am', wrong: '25:00' },
  childDetails: {
    typed: {
      givenNames: 'Amira',
      familyName: 'Khan',
      dateOfBirth: { day: '14', month: '2', year: '2014' },
      sex: '',
      postcode: '',
      upn: '',
    },
    read: 'Amira Khan\n14 February 2014',
    wrong: {
      givenNames: '',
      familyName: 'Khan',
      dateOfBirth: { day: '14', month: '2', year: '2014' },
      sex: '',
      postcode: '',
      upn: '',
    },
  },
  personName: {
    typed: { givenNames: 'Sam', familyName: 'Evans' },
    read: 'Sam Evans',
    wrong: { givenNames: 'Sam', familyName: '' },
  },
  address: {
    typed: { line1: '1 Elm Road', line2: '', town: 'Leeds', postcode: 'ls84ab' },
    read: '1 Elm Road\nLeeds\nLS8 4AB',
    wrong: { line1: '1 Elm Road', line2: '', town: 'Leeds', postcode: '75001' },
  },
  contactDetails: {
    typed: { phone: '07700 900982', email: '', preferred: 'phone' },
    read: '07700 900982\nBest by phone',
    wrong: { phone: '', email: '', preferred: '' },
  },
  email: { typed: 'sam@example.org', read: 'sam@example.org', wrong: 'sam' },
  phone: { typed: '(01632) 960 001', read: '(01632) 960 001', wrong: '12' },
  nhsNumber: { typed: '9434765919', read: '943 476 5919', wrong: '9434765910' },
  upn: { typed: 'b801200005001', read: 'B801200005001', wrong: 'A801200005001' },
  declaration: {
    typed: { agreed: 'yes', name: 'Sam Evans', signedOn: '' },
    read: 'Agreed: What I wrote is true.\nSam Evans\n',
    wrong: { agreed: '', name: 'Sam Evans', signedOn: '' },
  },
  group: {
    typed: [{ id: newItemId(), answers: { [nameInGroup]: 'Ella' } }],
    read: 'Brother or sister 1\nName: Ella',
    wrong: [],
  },
}
const typedTypes = Object.keys(answers) as PortalQuestionType[]
const all = (part: 'typed' | 'wrong') =>
  Object.fromEntries(typedTypes.map((type) => [idOf(type), answers[type]?.[part]]))

test('nobody else answers the form, whatever the type', async () => {
  const submissionId = await start()
  const stranger = await buildPortalSession(server, 'citizen')
  const input = { submissionId, pageId: page.id, answers: all('typed') as never, language: 'en' as const }
  await expect(server.caller(stranger).submissions.savePage(input)).rejects.toMatchObject({ id: 'not-found' })
})

test('every type of a portal has an answer here', () => {
  expect([...typedTypes, 'guidance', 'calculated'].toSorted()).toEqual([...types].toSorted())
})

test('a form with every type is kept as typed, sent, and read in words by its sender', async () => {
  const submissionId = await start()
  expect(await save(submissionId, all('typed'))).toMatchObject({ outcome: 'saved', problems: [] })
  expect(await submit(submissionId)).toMatchObject({ outcome: 'received' })
  const read = await server.caller(parent).submissions.getMine({ submissionId })
  expect(read.answers).toMatchObject({ [idOf('money')]: { typed: '£1,250.50', pence: 125_050 } })
  const exported = await server.caller(parent).submissions.exportMine({ language: 'en' })
  const sent = exported.submissions.find(({ status }) => status !== 'inProgress')
  for (const type of typedTypes) {
    const line = sent?.answers.find(({ question }) => question === `Question of type ${type}`)
    expect(line?.answer, type).toContain(answers[type]?.read)
  }
  // What is only read is no question of the export.
  expect(sent?.answers.map(({ question }) => question)).not.toContain('Question of type guidance')
})

test('the staff of the authority get the same answers with the form that they belong to', async () => {
  await server.runJobs()
  const { forms } = await server.caller(staff).chronology.listIncoming()
  const submissionId = forms[0]?.submissionId ?? ''
  const form = await server.caller(staff).chronology.getIncoming({ submissionId })
  // Nobody types what is calculated; the server adds it when the form is sent.
  const expected = [...Object.keys(all('typed')), idOf('calculated')]
  expect(Object.keys(form.answers).toSorted()).toEqual(expected.toSorted())
  expect(listQuestions(form.definition)).toHaveLength(questions.length)
})

test('wrong answers of every type are kept, said in words, and stand in the way of sending', async () => {
  const submissionId = await start()
  const saved = await save(submissionId, all('wrong'))
  const wrong = new Set(saved.problems.map(({ questionId }) => questionId))
  expect(typedTypes.filter((type) => !wrong.has(idOf(type)))).toEqual([])
  const refused = await submit(submissionId)
  expect(refused).toMatchObject({ outcome: 'incomplete' })
  const read = await server.caller(parent).submissions.getMine({ submissionId })
  expect(read.answers).toMatchObject({ [idOf('phone')]: '12' })
})

test('a signature is dated by the server on the day it was given, whatever a browser says', async () => {
  const submissionId = await start()
  const signed = { agreed: 'yes', name: 'Sam Evans', signedOn: '1999-01-01' }
  const readDate = async () => {
    const read = await server.caller(parent).submissions.getMine({ submissionId })
    return (read.answers[idOf('declaration')] as typeof signed).signedOn
  }
  await save(submissionId, { [idOf('declaration')]: signed })
  const today = server.clock.now().toISOString().slice(0, 10)
  expect(await readDate()).toBe(today)
  await save(submissionId, { [idOf('declaration')]: { ...signed, name: '' } })
  expect(await readDate()).toBe('')
})

test.each([
  ['a key that reaches into the program', { answers: JSON.parse('{"__proto__":"x"}') as object }],
  ['a key named constructor', { answers: { constructor: 'x' } }],
  ['a question of another group', { answers: { [buildQuestion('shortText').id]: 'x' } }],
  ['an answer of another shape', { answers: { [nameInGroup]: { given: 'x' } } }],
  ['an id that is none', { id: 'constructor', answers: {} }],
])('an item of a group with %s is refused', async (_what, item) => {
  const submissionId = await start()
  const group = [{ id: newItemId(), ...item }]
  await expect(save(submissionId, { [idOf('group')]: group })).rejects.toThrow()
  const read = await server.caller(parent).submissions.getMine({ submissionId })
  expect(read.answers).not.toHaveProperty(idOf('group'))
})

test.each(questionTypes.filter(isStaffOnly))(
  'SR-270: a raw call that publishes a %s to a portal is refused, in a group too',
  async (type) => {
    const lookup = buildQuestion(type)
    for (const question of [lookup, buildQuestion('group', { questions: [lookup] })]) {
      const definition = buildForm({ pages: [buildPage([buildQuestion('childDetails'), question])] })
      const refused = await server.caller(staff).forms.publish(
        await withPassedCheck({
          idempotencyKey: newId(),
          formId: newId(),
          baseVersion: null,
          definition,
          live: true,
        }),
      )
      expect(refused).toMatchObject({ outcome: 'refused', problems: [{ where: question.id }] })
    }
  },
)
