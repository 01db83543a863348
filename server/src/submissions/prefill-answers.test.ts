import { afterAll, beforeAll, expect, test } from 'vitest'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let earlierForm: string
let laterForm: string

const child = buildQuestion('childDetails')
const school = buildQuestion('shortText')
const earlierPage = buildPage([child, school])
const source = { from: 'form', code: 'EARLIER', questionId: school.id } as const
const again = buildQuestion('shortText', { prefill: source })
const number = buildQuestion('wholeNumber', { prefill: { ...source, questionId: child.id } })

beforeAll(async () => {
  server = await createTestServer()
  const officer = await buildStaffSession(server, ['formBuilder'])
  const publish = async (definition: ReturnType<typeof buildForm>) => {
    const formId = newId()
    const request = { idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }
    expect(await server.caller(officer).forms.publish(await withPassedCheck(request))).toMatchObject({
      outcome: 'published',
    })
    return formId
  }
  earlierForm = await publish(buildForm({ code: 'EARLIER', pages: [earlierPage] }))
  laterForm = await publish(buildForm({ code: 'LATER', pages: [buildPage([child, again, number])] }))
})
afterAll(() => server.close())

function start(session: BuiltSession, formId: string) {
  return server.caller(session).submissions.start({ idempotencyKey: newId(), formId })
}

async function sendEarlier(session: BuiltSession, givenNames: string, name: string): Promise<void> {
  const { submissions } = server.caller(session)
  const { submissionId } = await start(session, earlierForm)
  const details = {
    givenNames,
    familyName: 'Grug',
    dateOfBirth: { day: '4', month: '9', year: '2018' },
    sex: '' as const,
    postcode: '',
    upn: '',
  }
  const answers = { [child.id]: details, [school.id]: name }
  await submissions.savePage({ submissionId, pageId: earlierPage.id, answers, language: 'en' })
  const sent = await submissions.submit({ idempotencyKey: newId(), submissionId, language: 'en' })
  expect(sent).toMatchObject({ outcome: 'received' })
  await server.runJobs()
  server.clock.moveBy(60_000)
}

async function answersOfLater(session: BuiltSession) {
  const { submissionId } = await start(session, laterForm)
  return (await server.caller(session).submissions.getMine({ submissionId })).answers
}

test('nothing of another family is filled in, and nothing before a form was sent', async () => {
  const other = await buildPortalSession(server, 'citizen')
  await sendEarlier(other, 'Mali', 'Elm Primary School')
  const parent = await buildPortalSession(server, 'citizen')
  await start(parent, earlierForm)
  expect(await answersOfLater(parent)).toEqual({})
})

test('an answer of the same type is filled in from the last form that the sender sent', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  await sendEarlier(parent, 'Mali', 'Elm Primary School')
  await sendEarlier(parent, 'Mali', 'Oak Academy')
  expect(await answersOfLater(parent)).toEqual({ [again.id]: 'Oak Academy' })
})

test('nothing is filled in for somebody who has sent forms about two children', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  await sendEarlier(parent, 'Mali', 'Elm Primary School')
  await sendEarlier(parent, 'Gwen', 'Oak Academy')
  expect(await answersOfLater(parent)).toEqual({})
})
