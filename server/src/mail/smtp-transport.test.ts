import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSmtpTransport } from './smtp-transport.ts'

const received: string[] = []
const envelopes: { from: string; dsn: unknown }[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  hideDSN: false,
  onRcptTo: ({ address }, _session, callback) => {
    const [code, words] = answers[address.split('@')[0] ?? ''] ?? []
    callback(code === undefined ? null : Object.assign(new Error(words), { responseCode: code }))
  },
  onData: (stream, session, callback) => {
    const { mailFrom, dsn } = session.envelope
    envelopes.push({ from: mailFrom ? mailFrom.address : '', dsn })
    void keep(stream).finally(callback)
  },
})
let url: string
/** How mailboxes are refused, by what stands before the @. */
const answers: Record<string, [number, string]> = {
  gone: [550, '5.1.1 <gone@example.org> no such mailbox'],
  plain: [550, 'no such mailbox'],
  full: [452, '4.2.2 mailbox full'],
}

async function keep(stream: Readable): Promise<void> {
  received.push(await text(stream))
}

beforeAll(async () => {
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())))

test('a message arrives with its Welsh letters and an id of the job', async () => {
  const transport = createSmtpTransport({ url, from: 'SEND Portal <send@council.example>' })
  await transport.deliver(
    { to: 'parent@example.org', subject: 'Tŷ a gŵr', text: 'Dŵr\n', language: 'en' },
    '0190-job',
  )
  transport.close()
  expect(received[0]).toContain('Message-ID: <0190-job@council.example>')
  expect(received[0]).toContain('To: parent@example.org')
  expect(received[0]).toContain('=?UTF-8?')
  expect(received[0]).toMatch(/D=C5=B5r|RMW1cg/)
  // The same words, plain for whoever wants them so and as a small page.
  expect(received[0]).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/)
})

test('SR-508: a bounce finds its e-mail: the return address and the envelope carry its id', async () => {
  const options = { url, from: 'SEND <send@council.example>' }
  const message = { to: 'parent@example.org', subject: 'x', text: 'x', language: 'en' as const }
  envelopes.length = 0
  for (const returnPath of ['bounces@council.example', undefined]) {
    const transport = createSmtpTransport({ ...options, returnPath })
    await transport.deliver(message, '0190-job')
    transport.close()
  }
  expect(envelopes.map(({ from }) => from)).toEqual([
    'bounces+0190-job@council.example',
    'send@council.example',
  ])
  expect(envelopes[0]?.dsn).toMatchObject({ envid: '0190-job', ret: 'HDRS' })
})

test.each([
  ['gone', { failure: 'noSuchMailbox', code: '5.1.1', permanent: true }],
  ['plain', { failure: 'noSuchMailbox', code: '550', permanent: true }],
  ['full', { failure: 'mailboxFull', code: '4.2.2', permanent: false }],
])('of a mailbox that is %s it is told why, and whether it may pass', async (mailbox, told) => {
  const transport = createSmtpTransport({ url, from: 'send@council.example' })
  const message = { to: `${mailbox}@example.org`, subject: 'x', text: 'x', language: 'en' as const }
  const error: unknown = await transport.deliver(message, 'a').catch((reason: unknown) => reason)
  transport.close()
  expect(error).toMatchObject({ name: 'MailNotTaken', ...told })
  // Neither the address nor what the server wrote comes along in any property.
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/@example|no such mailbox/)
})

test('a mail server that is not there may come back', async () => {
  const transport = createSmtpTransport({ url: 'smtp://127.0.0.1:9', from: 'send@council.example' })
  const sending = transport.deliver(
    { to: 'parent@example.org', subject: 'x', text: 'x', language: 'en' },
    'a',
  )
  await expect(sending).rejects.toMatchObject({ failure: 'unreachable', permanent: false })
})
