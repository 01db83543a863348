import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const packed = { packaged: true }
const inDevelopment = { packaged: false }

test('without settings the server is on this computer and the environment is called by its host', () => {
  expect(readSettings({}, packed)).toEqual({
    serverUrl: 'http://127.0.0.1:4000',
    environmentName: '127.0.0.1:4000',
    lockAfterSeconds: 900,
  })
})

test('a server elsewhere is spoken to over https, and the environment has the name it was given', () => {
  const settings = { SEND_SERVER_URL: 'https://send.example.gov.uk/', SEND_ENVIRONMENT_NAME: 'Test' }
  expect(readSettings(settings, packed)).toMatchObject({
    serverUrl: 'https://send.example.gov.uk',
    environmentName: 'Test',
  })
})

test.each([
  'http://send.example.gov.uk',
  'http://127.0.0.1.example.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://user:secret@send.example.gov.uk',
  'https://send.example.gov.uk/?a=b',
  'nowhere',
  '',
])('the server address “%s” is refused with a sentence', (address) => {
  expect(() => readSettings({ SEND_SERVER_URL: address }, packed)).toThrow('must be an https address')
})

test.each([
  ['5', 5],
  ['900', 900],
  ['3600', 900],
  ['0', 900],
  ['-1', 900],
  ['1e9', 900],
  ['', 900],
])(
  'in development SEND_LOCK_AFTER_SECONDS=“%s” locks after %i seconds, never later than after 15 minutes',
  (wanted, seconds) => {
    expect(readSettings({ SEND_LOCK_AFTER_SECONDS: wanted }, inDevelopment).lockAfterSeconds).toBe(seconds)
  },
)

test('a packed client locks after 15 minutes, whatever its environment says', () => {
  expect(readSettings({ SEND_LOCK_AFTER_SECONDS: '5' }, packed).lockAfterSeconds).toBe(900)
})
