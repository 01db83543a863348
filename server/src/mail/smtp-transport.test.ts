import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSmtpTransport } from './smtp-transport.ts'

const received: string[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: (address, _session, callback) =>
    callback(address.address.startsWith('refused') ? new Error('no such mailbox') : null),
  onData: (stream, _session, callback) => {
    void keep(stream).finally(callback)
  },
})
let url: string

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
  await transport.deliver({ to: 'parent@example.org', subject: 'Tŷ a gŵr', text: 'Dŵr\n' }, '0190-job')
  transport.close()
  expect(received[0]).toContain('Message-ID: <0190-job@council.example>')
  expect(received[0]).toContain('To: parent@example.org')
  expect(received[0]).toContain('=?UTF-8?')
  expect(received[0]).toMatch(/D=C5=B5r|RMW1cg/)
})

test('a message that is not accepted is an error, so that its job is tried again', async () => {
  const transport = createSmtpTransport({ url, from: 'send@council.example' })
  const message = { to: 'refused@example.org', subject: 'x', text: 'x' }
  await expect(transport.deliver(message, 'a')).rejects.toThrow()
  transport.close()
})
