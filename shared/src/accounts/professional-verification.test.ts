import { expect, test } from 'vitest'
import { verificationState, type DecidedVerification } from './professional-verification.ts'

const now = '2026-03-02T09:00:00.000Z'

function buildDecision(overrides: Partial<DecidedVerification> = {}): DecidedVerification {
  return { decision: 'verified', decidedAt: '2026-01-05T10:00:00.000Z', expiresAt: null, ...overrides }
}

test('nobody is verified before a decision', () => {
  expect(verificationState([], now)).toBe('unverified')
})

test('a yes counts until it expires, to the moment', () => {
  expect(verificationState([buildDecision()], now)).toBe('verified')
  expect(verificationState([buildDecision({ expiresAt: '2026-03-02T09:00:00.001Z' })], now)).toBe('verified')
  expect(verificationState([buildDecision({ expiresAt: now })], now)).toBe('expired')
})

test('the newest decision counts, in whatever order they come, and of two at one moment the later in the list', () => {
  const withdrawn = buildDecision({ decision: 'withdrawn', decidedAt: '2026-02-01T10:00:00.000Z' })
  expect(verificationState([buildDecision(), withdrawn], now)).toBe('withdrawn')
  expect(verificationState([withdrawn, buildDecision()], now)).toBe('withdrawn')
  const again = buildDecision({ decidedAt: withdrawn.decidedAt })
  expect(verificationState([withdrawn, again], now)).toBe('verified')
})

test('a refusal does not expire', () => {
  expect(verificationState([buildDecision({ decision: 'refused', expiresAt: now })], now)).toBe('refused')
})
