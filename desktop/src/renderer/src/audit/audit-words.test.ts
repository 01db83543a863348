import { expect, test } from 'vitest'

import {
  actionInWords,
  childInWords,
  findUkDate,
  originInWords,
  timeInWords,
  whoInWords,
  type AuditLine,
} from './audit-words.ts'

const line: AuditLine = {
  id: 'a',
  at: '2026-06-10T08:00:00.000000Z',
  actor: { kind: 'staff', userId: 'u', name: 'Nia Morgan', email: 'nia@example.org' },
  face: 'desktop',
  address: '192.0.2.1',
  requestId: null,
  action: 'people.get',
  outcome: 'done',
  person: null,
  objectKind: 'person',
  objectId: 'p',
  reason: null,
  details: {},
}

test.each([
  ['14/02/2026', '2026-02-14'],
  [' 1.3.2026 ', '2026-03-01'],
  ['31/02/2026', undefined],
  ['2026-02-14', undefined],
  ['02/14/2026', undefined],
  ['', undefined],
])('a day written %j is %s', (typed, day) => expect(findUkDate(typed)).toBe(day))

test('an action has words, and one of a later server stays as written', () => {
  expect(actionInWords('people.get')).toBe('Opened a person')
  expect(actionInWords('plans.signOff')).toBe('plans.signOff')
})

test('who acted is told also without an account', () => {
  expect(whoInWords(line)).toBe('Nia Morgan')
  const nobody = { userId: null, name: null, email: null }
  expect(whoInWords({ ...line, actor: { ...nobody, kind: 'public' } })).toBe('Somebody not signed in')
  expect(whoInWords({ ...line, actor: { ...nobody, kind: 'system' } })).toBe('The system')
})

test('about whom is a child, a number of children, or nobody', () => {
  expect(childInWords(line)).toBe('—')
  expect(childInWords({ ...line, person: { personId: 'p', name: 'Amira Khan' } })).toBe('Amira Khan')
  expect(childInWords({ ...line, details: { people: ['a', 'b'] } })).toBe('2 children named in results')
  expect(originInWords(line)).toBe('Client · 192.0.2.1')
})

test('a time of today needs no day', () => {
  const now = new Date('2026-06-10T10:00:00Z')
  expect(timeInWords('2026-06-10T08:00:00.000000Z', now)).toBe('09:00:00')
  expect(timeInWords('2026-06-09T08:00:00.000000Z', now)).toBe('9 Jun 2026, 09:00:00')
})
