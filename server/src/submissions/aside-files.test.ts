import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { buildServer } from '../host.ts'
import { multipart } from '../testing/access-matrix/world.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let app: FastifyInstance

beforeAll(async () => {
  server = await createTestServer()
  app = await buildServer(server.services)
})
afterAll(async () => {
  await app.close()
  await server.close()
})

const dateOfBirth = { day: '4', month: '9', year: '2018' }
const child = { givenNames: 'Cai', familyName: 'Rees', dateOfBirth, sex: '' as const, postcode: '', upn: '' }

function headersOf({ token, face }: BuiltSession): Record<string, string> {
  const service = { 'x-send-service': server.services.portal.serviceSecret, 'x-send-face': face }
  return face === 'desktop'
    ? { authorization: `Bearer ${token}` }
    : { authorization: `Bearer ${token}`, ...service }
}

test('a file set aside is not sent, is opened by its owner alone, and comes back with its question', async () => {
  const officer = await buildStaffSession(server, ['formBuilder', 'manageIncomingForms'])
  const details = buildQuestion('childDetails')
  const reports = buildQuestion('file', { required: false })
  const page = buildPage([details, reports])
  const first = buildForm({ code: 'FILES-ASIDE', pages: [page] })
  const second = { ...first, pages: [{ ...page, questions: [details] }] }
  const formId = newId()
  const publish = async (definition: typeof first, baseVersion: number | null, askOnlyChanged: number[]) => {
    const input = { idempotencyKey: newId(), formId, definition, baseVersion, live: true, askOnlyChanged }
    expect((await server.caller(officer).forms.publish(await withPassedCheck(input))).outcome).toBe(
      'published',
    )
    await server.runJobs()
  }
  await publish(first, null, [])
  const parent = await buildPortalSession(server, 'citizen')
  const { submissions } = server.caller(parent)
  const { submissionId } = await submissions.start({ idempotencyKey: newId(), formId })
  await submissions.savePage({ submissionId, pageId: page.id, answers: { [details.id]: child } })
  const { payload, headers } = multipart('report.pdf')
  await app.inject({
    method: 'POST',
    url: `/files/${submissionId}/${reports.id}`,
    headers: { ...headers, ...headersOf(parent) },
    payload,
  })
  const [file] = (await submissions.getMine({ submissionId })).files
  const open = async (session: BuiltSession) =>
    (await app.inject({ method: 'GET', url: `/files/${file?.fileId}`, headers: headersOf(session) }))
      .statusCode

  await publish(second, 1, [1])
  const moved = await submissions.getMine({ submissionId })
  expect(moved.files).toEqual([])
  expect(moved.moved?.aside).toMatchObject([{ question: reports, fileNames: ['report.pdf'] }])
  await publish(first, 2, [2])
  expect((await submissions.getMine({ submissionId })).files).toMatchObject([{ name: 'report.pdf' }])
  await publish(second, 3, [3])

  const sent = await submissions.submit({ idempotencyKey: newId(), submissionId })
  expect(sent.outcome).toBe('received')
  const incoming = await server.caller(officer).chronology.getIncoming({ submissionId })
  expect(incoming.files).toEqual([])
  expect(await open(officer)).toBe(404)
  expect(await open(parent)).toBe(200)
})
