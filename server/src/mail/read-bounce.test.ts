import { newId } from '@send/shared/values/ids'
import { expect, test } from 'vitest'
import { buildBounce } from '../testing/mail-steps.ts'
import { readBounce } from './read-bounce.ts'

const elsewhere = { to: 'send@council.example' }

test('the e-mail is known by its return address, by the id of the envelope, or by the headers that came back', async () => {
  const mailId = newId()
  const told = { failure: 'noSuchMailbox', code: '5.1.1' }
  for (const bounce of [
    buildBounce(mailId),
    buildBounce(newId(), { ...elsewhere, envelopeId: mailId }),
    buildBounce(newId(), { ...elsewhere, messageId: `${mailId}@council.example` }),
  ])
    expect(await readBounce(bounce)).toEqual({ mailId, told })
})

test.each([
  ['5.2.2', { failure: 'mailboxFull', code: '5.2.2' }],
  ['5.1.2 (bad destination system)', { failure: 'noSuchDomain', code: '5.1.2' }],
  ['5.7.1', { failure: 'notAccepted', code: '5.7.1' }],
  ['4.4.7', { failure: 'unreachable', code: '4.4.7' }],
  ['nonsense', { failure: 'other', code: '' }],
])('the status %s says why', async (status, told) => {
  expect((await readBounce(buildBounce(newId(), { status }))).told).toEqual(told)
})

test('a delay is no end, and word that it arrived is one', async () => {
  expect((await readBounce(buildBounce(newId(), { action: 'delayed' }))).told).toBe('delayed')
  expect((await readBounce(buildBounce(newId(), { action: 'Delivered' }))).told).toBe('delivered')
})

test.each([
  [Buffer.from('To: bounces@council.example\nSubject: Out of office\n\nBack on Monday.'), 'is no delivery'],
  [Buffer.alloc(0), 'is no delivery'],
  [Buffer.from([0xff, 0xd8, 0xff, 0x00]), 'is no delivery'],
  [buildBounce('of-somebody-else', elsewhere), 'names none of our e-mails'],
  [buildBounce(newId(), { action: 'perhaps' }), 'does not say what became'],
])('what is no report about an e-mail of ours is refused with what it is (%#)', async (message, sentence) => {
  await expect(readBounce(message)).rejects.toThrow(sentence)
})
