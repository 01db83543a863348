import { expect, test } from 'vitest'
import { caseStateOf } from './caseload.ts'

const today = '2026-12-15'

test('a child stands on the caseload by the most pressing request about it', () => {
  const answered = { state: 'answered', dueOn: '2026-12-01' } as const
  const due = { state: 'asked', dueOn: today } as const
  const late = { state: 'inProgress', dueOn: '2026-12-14' } as const
  expect(caseStateOf([answered, due, late], today)).toBe('overdue')
  expect(caseStateOf([answered, due], today)).toBe('due')
  expect(caseStateOf([answered], today)).toBe('answered')
  expect(caseStateOf([], today)).toBe('noRequest')
})
