import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('without settings the server is on this computer and the environment is called by its host', () => {
  expect(readSettings({})).toEqual({ serverUrl: 'http://127.0.0.1:4000', environmentName: '127.0.0.1:4000' })
})

test('a server elsewhere is spoken to over https, and the environment has the name it was given', () => {
  const settings = { SEND_SERVER_URL: 'https://send.example.gov.uk/', SEND_ENVIRONMENT_NAME: 'Test' }
  expect(readSettings(settings)).toEqual({
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
  expect(() => readSettings({ SEND_SERVER_URL: address })).toThrow('must be an https address')
})
