import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openMailTransport } from './open-mail-transport.ts'

const serviceId = 'a3c1f0de-1111-4222-8333-444455556666'
const secret = 'b4d2f1ef-7777-4888-9999-aaaabbbbcccc'
const templateId = 'c5e3a2f0-dddd-4eee-8fff-000011112222'
const message = { to: 'parent@example.org', subject: 'Tŷ a gŵr', text: 'Dŵr\n', language: 'cy' as const }

const receipt = 'd6f4b3a1-1234-4abc-8def-0123456789ab'
type Sent = { template_id: string; email_address: string; reference: string; personalisation: object }

/** As much of Notify as we use, by its published API: it takes a message, and finds those with a reference. */
const sent: Sent[] = []
let refuses: { status: number; body: object } | undefined
let status = 'sending'
const service = createServer((request, response) => void answer(request, response))

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reply = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  if (!isSigned(request.headers.authorization ?? '')) return reply(403, { errors: [{ error: 'AuthError' }] })
  const url = new URL(request.url ?? '', 'http://notify.test')
  if (request.method === 'GET' && url.pathname === `/v2/notifications/${receipt}`)
    return reply(200, { id: receipt, status })
  if (request.method === 'GET') {
    const notifications = sent
      .filter(({ reference }) => reference === url.searchParams.get('reference'))
      .map((each) => ({ ...each, id: receipt }))
    return reply(200, { notifications, links: {} })
  }
  const given = (await json(request)) as Sent
  if (refuses) return reply(refuses.status, refuses.body)
  sent.push(given)
  return reply(201, { id: receipt, reference: given.reference })
}

/** Whether a token is Notify's own kind: of this service, of this minute, signed with the secret of its key. */
function isSigned(authorization: string): boolean {
  const [head = '', body = '', signature] = authorization.replace('Bearer ', '').split('.')
  const { iss, iat } = JSON.parse(Buffer.from(body, 'base64url').toString()) as { iss: string; iat: number }
  const expected = createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url')
  return iss === serviceId && Math.abs(Date.now() / 1000 - iat) < 30 && signature === expected
}

async function open(apiKey = `send-portal-${serviceId}-${secret}`) {
  return openMailTransport({
    SMTP_URL: undefined,
    MAIL_FROM: 'send@council.example',
    MAIL_RETURN_PATH: undefined,
    NOTIFY_API_KEY: apiKey,
    NOTIFY_TEMPLATE_ID: templateId,
    NOTIFY_URL: `http://127.0.0.1:${(service.address() as AddressInfo).port}`,
  })
}

beforeAll(async () => {
  service.listen(0, '127.0.0.1')
  await once(service, 'listening')
})
afterAll(() => new Promise<void>((resolve) => service.close(() => resolve())))
beforeEach(() => {
  sent.length = 0
  refuses = undefined
})

test('a message goes out by the template, with its Welsh letters and the id of its job', async () => {
  const transport = await open()
  await transport.deliver(message, '0190-job')
  const { to: email_address, subject, text } = message
  expect(sent).toEqual([
    { template_id: templateId, email_address, personalisation: { subject, text }, reference: '0190-job' },
  ])
})

test('a message whose job is done again is not sent again', async () => {
  const transport = await open()
  await transport.deliver(message, '0190-job')
  await transport.deliver(message, '0190-job')
  await transport.deliver(message, '0191-other')
  expect(sent.map(({ reference }) => reference)).toEqual(['0190-job', '0191-other'])
})

test.each([
  [
    400,
    { errors: [{ error: 'BadRequestError', message: 'Can’t send to this recipient: parent@example.org' }] },
  ],
  [429, { errors: [{ error: 'RateLimitError' }] }],
  [500, { errors: [{ error: 'Exception' }] }],
])('a message that is answered %i is an error, so that its job is tried again', async (status, body) => {
  refuses = { status, body }
  const error: unknown = await (await open()).deliver(message, 'a').catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    message: `GOV.UK Notify did not take a message: ${status}.`,
    permanent: false,
  })
  // Neither the address nor the key comes along in any property.
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/parent@|b4d2f1ef/)
})

test('an address that Notify finds no address is refused for good', async () => {
  const told = { error: 'ValidationError', message: 'email_address Not a valid email address' }
  refuses = { status: 400, body: { errors: [told] } }
  const sending = (await open()).deliver(message, 'a')
  await expect(sending).rejects.toMatchObject({ permanent: true, failure: 'noSuchMailbox' })
})

test.each([
  ['sending', 'pending'],
  ['delivered', 'delivered'],
  ['permanent-failure', { failure: 'noSuchMailbox', code: 'permanent-failure' }],
  ['temporary-failure', { failure: 'unreachable', code: 'temporary-failure' }],
  ['technical-failure', { failure: 'other', code: 'technical-failure' }],
])('asked with its receipt, a message that is %s is told so', async (now, outcome) => {
  const transport = await open()
  const handed = await transport.deliver(message, '0190-job')
  expect(handed).toEqual({ receipt })
  expect(await transport.deliver(message, '0190-job')).toEqual(handed)
  status = now
  expect(await transport.askOutcome?.(receipt)).toEqual(outcome)
})

test('a key that Notify does not know is an error, and nothing is sent', async () => {
  const transport = await open(`send-portal-${serviceId}-${templateId}`)
  await expect(transport.deliver(message, 'a')).rejects.toThrow('GOV.UK Notify did not take a message: 403.')
  expect(sent).toEqual([])
})

test('a Notify that cannot be reached is an error with its code', async () => {
  const transport = await openMailTransport({
    SMTP_URL: undefined,
    MAIL_FROM: 'send@council.example',
    MAIL_RETURN_PATH: undefined,
    NOTIFY_API_KEY: `send-portal-${serviceId}-${secret}`,
    NOTIFY_TEMPLATE_ID: templateId,
    NOTIFY_URL: 'http://127.0.0.1:9',
  })
  await expect(transport.deliver(message, 'a')).rejects.toThrow('did not take a message: ECONNREFUSED.')
})
