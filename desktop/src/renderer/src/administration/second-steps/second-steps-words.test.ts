import { houseMethods } from '@send/shared/accounts/second-step-methods'
import { expect, test } from 'vitest'
import { recoveryPhase, warningsOf } from './second-steps-words.ts'

const use = { people: 12, totp: 9, passkey: 1, recoveryCode: 4 }

test('switching off a method warns of those who use it, and of nobody where nobody does', () => {
  expect(warningsOf(houseMethods, houseMethods, use)).toEqual([])
  expect(warningsOf(houseMethods, ['totp', 'emailCode', 'recoveryCode'], use)).toEqual([
    '1 person has a passkey. It stops working from their next sign-in: they use what is left.',
  ])
  const nobody = { people: 0, totp: 0, passkey: 0, recoveryCode: 0 }
  expect(warningsOf(houseMethods, ['totp'], nobody)).toEqual([])
})

test('without codes by e-mail those who have no app are locked out, and the warning counts them', () => {
  expect(warningsOf(houseMethods, ['totp', 'recoveryCode', 'passkey'], use)).toEqual([
    '3 people have no authenticator app. They cannot sign in any more until they ask for a recovery and you approve it.',
  ])
  expect(warningsOf(['totp'], ['totp', 'emailCode'], use)).toEqual([])
})

test('a recovery waits for a decision, then rests for a day, and then is open', () => {
  const now = new Date('2026-11-05T10:00:00Z')
  expect(recoveryPhase({ opensAt: null }, now)).toBe('waiting')
  expect(recoveryPhase({ opensAt: '2026-11-05T10:00:01Z' }, now)).toBe('resting')
  expect(recoveryPhase({ opensAt: '2026-11-05T10:00:00Z' }, now)).toBe('open')
})
