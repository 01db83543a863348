import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { parseEnvironment } from './environment.ts'

const good = {
  DATABASE_URL: 'postgres://send_app@127.0.0.1/send',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  MAIL_FROM: 'SEND <send@council.example>',
  PORTAL_SERVICE_SECRET: randomBytes(32).toString('hex'),
  FILE_MASTER_KEY: randomBytes(32).toString('base64'),
  FILES_DIR: '/var/lib/send/files',
  AUDIT_SEALS_FILE: '/var/lib/send/audit-seals.jsonl',
  CITIZEN_ORIGIN: 'https://families.council.example',
  PROFESSIONAL_ORIGIN: 'https://professionals.council.example',
}

test('good settings are read, with the usual port and host', () => {
  const environment = parseEnvironment(good)
  expect(environment).toMatchObject({ SERVER_PORT: 4000, SERVER_HOST: '127.0.0.1' })
  expect(environment.FILE_MASTER_KEY).toHaveLength(32)
})

test('wrong settings are named, and what stood in them is not repeated', () => {
  const secret = 'short-secret'
  const read = () =>
    parseEnvironment({
      ...good,
      PORTAL_SERVICE_SECRET: secret,
      FILE_MASTER_KEY: 'AAAA',
      FILES_DIR: undefined,
    })
  expect(read).toThrow(/PORTAL_SERVICE_SECRET/)
  expect(read).toThrow(/FILE_MASTER_KEY: must be 32 bytes/)
  expect(read).toThrow(/FILES_DIR/)
  expect(read).not.toThrow(secret)
})

const notifyKey = 'send-a3c1f0de-1111-4222-8333-444455556666-b4d2f1ef-7777-4888-9999-aaaabbbbcccc'
const notifyTemplate = 'c5e3a2f0-dddd-4eee-8fff-000011112222'

test('GOV.UK Notify takes the place of a mail server, and one of them is needed', () => {
  const { SMTP_URL: _, ...rest } = good
  const notify = { NOTIFY_API_KEY: notifyKey, NOTIFY_TEMPLATE_ID: notifyTemplate }
  expect(parseEnvironment({ ...rest, ...notify }).NOTIFY_URL).toBe('https://api.notifications.service.gov.uk')
  expect(() => parseEnvironment(rest)).toThrow('SMTP_URL: must be given, or NOTIFY_API_KEY')
  expect(() => parseEnvironment({ ...rest, NOTIFY_API_KEY: notifyKey })).toThrow(
    'NOTIFY_TEMPLATE_ID: must be given with NOTIFY_API_KEY',
  )
})

test('half a key of GOV.UK Notify is refused, and not repeated', () => {
  const half = notifyKey.slice(0, -37)
  const read = () => parseEnvironment({ ...good, NOTIFY_API_KEY: half, NOTIFY_TEMPLATE_ID: notifyTemplate })
  expect(read).toThrow(/NOTIFY_API_KEY: must be a whole key/)
  expect(read).not.toThrow(half)
})
