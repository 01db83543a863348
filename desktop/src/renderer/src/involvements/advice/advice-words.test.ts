import { expect, test } from 'vitest'

import { adviceMark, nearnessInWords } from './advice-words.ts'

const today = '2026-12-15'

test('a late request says by how many days, an answered one never does', () => {
  const late = { state: 'inProgress', dueOn: '2026-12-13' } as const
  expect(adviceMark(late, today)).toEqual({ shape: 'warning', word: 'Overdue by 2 days' })
  expect(adviceMark({ ...late, dueOn: '2026-12-14' }, today).word).toBe('Overdue by 1 day')
  expect(adviceMark({ ...late, state: 'answered' }, today)).toEqual({ shape: 'done', word: 'Answered' })
  expect(adviceMark({ ...late, dueOn: today }, today).word).toBe('In progress')
})

test('how near the day is, is told only while an answer is waited for', () => {
  const soon = { state: 'asked', dueOn: '2026-12-18' } as const
  expect(nearnessInWords(soon, today)).toBe('in 3 days')
  expect(nearnessInWords({ ...soon, dueOn: today }, today)).toBe('due today')
  expect(nearnessInWords({ ...soon, dueOn: '2026-12-16' }, today)).toBe('in 1 day')
  expect(nearnessInWords({ ...soon, state: 'withdrawn' }, today)).toBe('')
})
