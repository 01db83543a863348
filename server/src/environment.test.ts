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
