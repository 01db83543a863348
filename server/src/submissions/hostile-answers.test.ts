import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isStaffOnly, questionTypes, type QuestionType } from '@send/shared/forms/questions/question-types'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newId, newQuestionId } from '@send/shared/values/ids'
import { buildServer } from '../host.ts'
import { buildLookupTable } from '../testing/build-lookup-table.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

const seed = 20_261_124
const inputs = 300
const page = buildPage(questionTypes.filter((type) => !isStaffOnly(type)).map((type) => buildQuestion(type)))
const idOf = (type: QuestionType) => page.questions.find((question) => question.type === type)?.id ?? ''
const honest = { [idOf('longText')]: 'Reading is hard.', [idOf('wholeNumber')]: '2' }
const knownIds = ['bad-input', 'not-found', 'conflict', 'sign-in-needed', 'second-step-needed', 'not-allowed']

let server: TestServer
let app: FastifyInstance
let parent: BuiltSession
let submissionId: string

beforeAll(async () => {
  server = await createTestServer()
  app = await buildServer(server.services)
  const staff = await buildStaffSession(server, ['formBuilder'])
  await buildLookupTable(server, staff)
  const formId = newId()
  const definition = buildForm({ pages: [page] })
  const publication = { idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }
  await server.caller(staff).forms.publish(await withPassedCheck(publication))
  parent = await buildPortalSession(server, 'citizen')
  const started = await server.caller(parent).submissions.start({ idempotencyKey: newId(), formId })
  submissionId = started.submissionId
  await server
    .caller(parent)
    .submissions.savePage({ submissionId, pageId: page.id, answers: honest, language: 'en' })
})
afterAll(async () => {
  await app.close()
  await server.close()
})

/** A small generator of numbers from 0 to below 1 (mulberry32): the same seed gives the same campaign. */
function numbersFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function post(procedure: string, payload: string, contentType = 'application/json') {
  return app.inject({
    method: 'POST',
    url: `/trpc/submissions.${procedure}`,
    headers: {
      'content-type': contentType,
      authorization: `Bearer ${parent.token}`,
      'x-send-service': server.services.portal.serviceSecret,
      'x-send-face': 'citizen',
      'x-send-visitor-address': '198.51.100.7',
    },
    payload,
  })
}

/** The body of savePage with the answers put in as text, so that what no object can hold can be sent too. */
function pageOf(answers: string, more = ''): string {
  return `{"submissionId":"${submissionId}","pageId":"${page.id}","language":"en"${more},"answers":${answers}}`
}

function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`
}

function manyKeys(count: number): string {
  return `{${Array.from({ length: count }, (_, index) => `"k${index}":""`).join(',')}}`
}

/** Values that are no answer to any question, as JSON text. */
const strangeValues = [
  'null',
  'true',
  '-0',
  '1e308',
  '[]',
  '{}',
  '""',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"\\udc00 after"',
  `"${'x'.repeat(100_001)}"`,
  '["yes"]',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"day":"\\u0000","month":"4","year":"2018"}',
  '{"day":"\\ud83d","month":"4","year":"2018"}',
  '{"day":"3","month":"4"}',
  '{"day":3,"month":4,"year":2018}',
  '{"day":"3","month":"4","year":"2018","era":"bc"}',
  '{"fileIds":["../../etc/passwd"]}',
  '{"fileIds":"all"}',
  '{"givenNames":"A","familyName":"K","dateOfBirth":{"day":"\\ud800","month":"","year":""},"sex":"","postcode":"","upn":""}',
  '{"givenNames":"A\\u0000","familyName":"K","dateOfBirth":{"day":"","month":"","year":""},"sex":"","postcode":"","upn":""}',
  '{"toString":"x","valueOf":"y"}',
  nested(60),
  // Items of groups, whose keys are as hostile as those of answers.
  '[{"id":"i_aaaaaaaaaaaaaaaaaaaaaaaaaa","answers":{"__proto__":"x"}}]',
  '[{"id":"i_aaaaaaaaaaaaaaaaaaaaaaaaaa","answers":{"constructor":{"prototype":{"polluted":true}}}}]',
  '[{"id":"__proto__","answers":{}}]',
  '{"typed":"1","pence":1e308}',
]
const strangeKeys = ['__proto__', 'constructor', 'prototype', 'toString', '', 'q_', '\\u0000', '\\ud800', '0']

async function expectKept(): Promise<void> {
  const read = await server.caller(parent).submissions.getMine({ submissionId })
  expect(read.answers).toMatchObject({ [idOf('longText')]: honest[idOf('longText')] })
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  expect(Object.keys(Object.prototype)).toEqual([])
}

test('nobody without a session gets as far as the answers', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/trpc/submissions.savePage',
    headers: { 'content-type': 'application/json' },
    payload: pageOf('{}'),
  })
  expect(answer.statusCode).toBe(401)
})

test.each<[string, () => string, string?]>([
  ['a key that reaches into the program', () => pageOf('{"__proto__":"x"}')],
  ['ten thousand arrays in each other', () => pageOf(`{"${idOf('longText')}":${nested(10_000)}}`)],
  ['a hundred thousand keys', () => pageOf(manyKeys(100_000))],
  ['an unknown field beside the answers', () => pageOf('{}', ',"status":"received"')],
  ['a key against repetition that is none', () => `{"idempotencyKey":"1","submissionId":"${submissionId}"}`],
  ['text that is no JSON', () => '{"submissionId":'],
  ['nothing at all', () => ''],
  ['a form instead of JSON', () => 'submissionId=1&answers=2', 'application/x-www-form-urlencoded'],
  ['an unknown kind of content', () => '<answers/>', 'application/xml'],
  ['a body beyond four megabytes', () => pageOf(`{"x":"${'x'.repeat(5 * 1024 * 1024)}"}`)],
])('%s is refused in one sentence', async (_what, body, contentType) => {
  for (const procedure of ['savePage', 'submit', 'start', 'getMine']) {
    const answer = await post(procedure, body(), contentType)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(knownIds).toContain(answer.json().error.data?.id ?? answer.json().error.id)
    expect(answer.body.length).toBeLessThan(400)
  }
  await expectKept()
})

test(`seeded answers of wrong shapes are refused or kept as typed, and never break the server`, async () => {
  const random = numbersFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const statuses = new Map<number, number>()
  for (let index = 0; index < inputs; index += 1) {
    const question = pick(page.questions.filter(({ type }) => type !== 'longText'))
    const key =
      random() < 0.8 ? question.id : pick([...strangeKeys, newQuestionId(), idOf('longText').toUpperCase()])
    const value = pick(strangeValues)
    const answer = await post('savePage', pageOf(`{"${key}":${value}}`))
    const told = `seed ${seed}, input ${index}: ${key} (${question.type}) ${value.slice(0, 120)}`
    expect(answer.statusCode, told).toBeLessThan(500)
    if (answer.statusCode >= 400) expect(answer.json().error.data.id, told).toBe('bad-input')
    statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
    if (index % 50 === 0) await expectKept()
  }
  expect(statuses.get(400)).toBeGreaterThan(inputs / 2)
  await expectKept()
})

test('after all that the form can still be answered and read', async () => {
  const answers = { [idOf('shortText')]: '👩‍👩‍👧‍👦 שלום "<script>"\t' }
  await server.caller(parent).submissions.savePage({ submissionId, pageId: page.id, answers, language: 'cy' })
  const read = await server.caller(parent).submissions.getMine({ submissionId })
  expect(read.answers).toMatchObject({ ...answers, [idOf('longText')]: 'Reading is hard.' })
})
