import { expect, test } from 'vitest'
import { isActive, opens } from './child-access.ts'

const now = '2026-11-24T09:00:00.000Z'
const open = {
  scopes: ['progress' as const],
  startsAt: '2026-11-01T00:00:00.000Z',
  endsAt: null,
  endedAt: null,
}

test('an authentication counts from its start to its end, and never after it was ended', () => {
  expect(isActive(open, now)).toBe(true)
  expect(isActive({ ...open, startsAt: '2026-11-24T09:00:00.001Z' }, now)).toBe(false)
  expect(isActive({ ...open, endsAt: now }, now)).toBe(false)
  expect(isActive({ ...open, endsAt: '2026-11-24T09:00:00.001Z' }, now)).toBe(true)
  expect(isActive({ ...open, endedAt: '2026-11-20T00:00:00.000Z' }, now)).toBe(false)
})

test('a part of the case is open only by an authentication whose scope names it', () => {
  expect(opens([open], 'progress', now)).toBe(true)
  expect(opens([open], 'documents', now)).toBe(false)
  expect(
    opens(
      [
        { ...open, endedAt: now },
        { ...open, scopes: ['documents'] },
      ],
      'documents',
      now,
    ),
  ).toBe(true)
  expect(opens([], 'progress', now)).toBe(false)
})
