import { expect, test } from 'vitest'
import { canBeSignedOn, earliestReceivedOn, findReceivedProblem, FormOrigin } from './form-origin.ts'

test('a form was received today at the latest, and not before there was a rule', () => {
  expect(findReceivedProblem('2026-03-04', '2026-03-03')).toBe('future')
  expect(findReceivedProblem('2026-03-03', '2026-03-03')).toBeUndefined()
  expect(findReceivedProblem(earliestReceivedOn, '2026-03-03')).toBeUndefined()
  expect(findReceivedProblem('2014-08-31', '2026-03-03')).toBe('tooEarly')
})

test('nobody signs what the authority has already', () => {
  expect(canBeSignedOn('2026-03-03', '2026-03-03')).toBe(true)
  expect(canBeSignedOn('2026-03-04', '2026-03-03')).toBe(false)
})

test('whom it is from, and who that is to the child, is always said', () => {
  const origin = { channel: 'paper', receivedOn: '2026-03-03', fromContact: '' }
  expect(FormOrigin.safeParse({ ...origin, fromName: ' ', fromRelationship: 'mother' }).success).toBe(false)
  expect(FormOrigin.safeParse({ ...origin, fromName: 'Maria', fromRelationship: '' }).success).toBe(false)
  expect(FormOrigin.parse({ ...origin, fromName: ' Maria ', fromRelationship: 'mother' }).fromName).toBe(
    'Maria',
  )
})
