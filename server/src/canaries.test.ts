import { Writable } from 'node:stream'
import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId } from '@send/shared/values/ids'
import { buildServer } from './host.ts'
import {
  builtPassword,
  buildPortalSession,
  buildStaffSession,
  type BuiltSession,
} from './testing/build-sessions.ts'
import { createTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer
let app: FastifyInstance
let log = ''
const answers: { url: string; status: number; body: string }[] = []

beforeAll(async () => {
  server = await createTestServer()
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString()
      done()
    },
  })
  app = await buildServer(server.services, { logLevel: 'trace', logStream: stream })
})
afterAll(async () => {
  await app.close()
  await server.close()
})

/** Words that stand nowhere else, one for each kind of thing that must not leak. */
const canaries = {
  givenNames: 'Kanarienvogelina',
  familyName: 'Xylowren',
  bornYear: '2017',
  upn: 'H801200001015',
  postcode: 'ZZ99 3WZ',
  password: 'canary-password-quetzal',
  answer: 'Whispered canary words',
  search: 'Zeisigsuche',
}

async function ask(
  who: BuiltSession | null,
  path: string,
  input: unknown,
): Promise<{ status: number; data: never }> {
  const { serviceSecret } = server.services.portal
  const face = who?.face ?? 'citizen'
  const portal = face === 'desktop' ? {} : { 'x-send-service': serviceSecret, 'x-send-face': face }
  const authorization = who ? { authorization: `Bearer ${who.token}` } : {}
  const url = `/trpc/${path}`
  const headers = { 'content-type': 'application/json', ...portal, ...authorization }
  const response = await app.inject({ method: 'POST', url, headers, payload: JSON.stringify(input) })
  answers.push({ url, status: response.statusCode, body: response.body })
  return { status: response.statusCode, data: response.json().result?.data as never }
}

test('A-17: names, dates of birth, codes, tokens and passwords stand in no log, address, error or job', async () => {
  const officer = await buildStaffSession(server, [
    'formBuilder',
    'manageIncomingForms',
    'matching',
    'people',
    'chronology',
  ])
  const parent = await buildPortalSession(server, 'citizen', { name: 'Parent Kanarienmutter' })
  const stranger = await buildPortalSession(server, 'citizen')

  const details = buildQuestion('childDetails')
  const text = buildQuestion('longText')
  const page = buildPage([details, text])
  const allow = {
    effect: 'allow',
    subject: { kind: 'group', id: officer.groupIds[0] ?? '' },
    rights: ['read'],
  } as const
  const definition = buildForm({
    code: 'CANARY-1',
    pages: [page],
    accessList: { entries: [{ ...allow, rights: [...allow.rights] }] },
  })
  const formId = newId()
  await ask(
    officer,
    'forms.publish',
    await withPassedCheck({
      idempotencyKey: newId(),
      formId,
      baseVersion: null,
      definition,
      live: true,
    }),
  )
  const { data: started } = await ask(parent, 'submissions.start', { idempotencyKey: newId(), formId })
  const { submissionId } = started as { submissionId: string }
  const { givenNames, familyName, upn, postcode } = canaries
  const child = {
    givenNames,
    familyName,
    dateOfBirth: { day: '13', month: '7', year: canaries.bornYear },
    sex: '',
    postcode,
    upn,
  }
  await ask(parent, 'submissions.savePage', {
    submissionId,
    pageId: page.id,
    answers: { [details.id]: child, [text.id]: canaries.answer },
  })
  const sent = await ask(parent, 'submissions.submit', { idempotencyKey: newId(), submissionId })
  expect(sent.status).toBe(200)
  const payloads = await readJobPayloads()
  await server.runJobs()
  const { data: suspense } = await ask(officer, 'suspense.list', {})
  const [item] = (suspense as { items: { incomingChildId: string; version: number }[] }).items
  await ask(officer, 'suspense.get', { incomingChildId: item?.incomingChildId })
  await ask(officer, 'suspense.addAsNew', {
    idempotencyKey: newId(),
    incomingChildId: item?.incomingChildId,
    version: item?.version,
  })
  await ask(officer, 'chronology.getIncoming', { submissionId })
  await ask(officer, 'people.search', { query: canaries.search })

  // What goes wrong must not repeat what it was given.
  await ask(stranger, 'submissions.getMine', { submissionId })
  await ask(officer, 'people.search', { query: canaries.search.repeat(40) })
  await ask(parent, 'submissions.savePage', {
    submissionId,
    pageId: page.id,
    answers: { [details.id]: child },
  })
  await ask(parent, 'submissions.savePage', {
    submissionId,
    pageId: page.id,
    answers: { [canaries.givenNames]: child },
  })
  await ask(null, 'accounts.signIn', { email: parent.email, password: canaries.password })
  await ask(null, 'accounts.signIn', { email: canaries.givenNames, password: canaries.password })
  await ask(officer, 'accounts.signIn', { email: officer.email, password: builtPassword })
  await ask(null, 'accounts.register', { email: 'kanarienpost@example.org', language: 'en' })
  payloads.push(...(await readJobPayloads()))
  await server.runJobs()
  const link =
    /[?&]token=([\w-]+)/.exec(server.mailbox.map(({ text: body }) => body).join('\n'))?.[1] ?? 'kanarienlink'
  await ask(null, 'accounts.findRegistration', { token: link })
  await app.inject({ method: 'GET', url: `/trpc/people.search?input=${canaries.search}` })
  await app.inject({ method: 'GET', url: `/files/${newId()}?${canaries.familyName}` })

  const words = [
    ...Object.values(canaries).filter((word) => word !== canaries.bornYear),
    '2017-07-13',
    'Kanarienmutter',
  ]
  const secrets = [
    officer.token,
    parent.token,
    stranger.token,
    builtPassword,
    link,
    server.services.portal.serviceSecret,
  ]
  const errors = answers.filter(({ status }) => status >= 400)
  expect(errors.length).toBeGreaterThan(4)
  expect(log.length).toBeGreaterThan(1000)
  const hits = (where: string, what: string[]) => what.filter((word) => where.includes(word))
  expect(hits(log, [...words, ...secrets])).toEqual([])
  expect(hits(errors.map(({ body }) => body).join('\n'), [...words, ...secrets])).toEqual([])
  expect(hits(answers.map(({ url }) => url).join('\n'), [...words, ...secrets])).toEqual([])
  expect(payloads.length).toBeGreaterThan(0)
  expect(hits(payloads.join('\n'), [...words, ...secrets, 'kanarienpost'])).toEqual([])
  const trail = await server.ownerDatabase.execute<{ line: string }>(
    sql`select e::text as line from audit_events e`,
  )
  expect(hits(trail.map(({ line }) => line).join('\n'), [...words, ...secrets])).toEqual([])
})

async function readJobPayloads(): Promise<string[]> {
  const rows = await server.ownerDatabase.execute<{ data: string }>(
    sql`select data::text as data from pgboss.job`,
  )
  return rows.map(({ data }) => data)
}
