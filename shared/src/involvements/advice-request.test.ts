import { expect, test } from 'vitest'
import {
  adviceDueOn,
  adviceState,
  canOnAdvice,
  isOpenAdvice,
  isOverdueAdvice,
  nearnessOf,
} from './advice-request.ts'

const nothing = { withdrawnAt: null, notKnownAt: null, submissionId: null, sentAt: null }
const at = new Date('2026-11-03T10:00:00Z')
const submissionId = 'a form'

test('advice is due six weeks after it was asked for, across the change of clocks and the year', () => {
  expect(adviceDueOn('2026-10-20')).toBe('2026-12-01')
  expect(adviceDueOn('2026-12-01')).toBe('2027-01-12')
})

test('a request stands by the last thing that happened to it', () => {
  expect(adviceState(nothing)).toBe('asked')
  expect(adviceState({ ...nothing, submissionId })).toBe('inProgress')
  expect(adviceState({ ...nothing, submissionId, sentAt: at })).toBe('answered')
  expect(adviceState({ ...nothing, notKnownAt: at })).toBe('notKnown')
  expect(adviceState({ ...nothing, submissionId, withdrawnAt: at })).toBe('withdrawn')
})

test('only while an answer is waited for can it be given, handed over or withdrawn', () => {
  expect(isOpenAdvice('asked') && isOpenAdvice('inProgress')).toBe(true)
  for (const state of ['answered', 'notKnown', 'withdrawn'] as const)
    for (const action of ['begin', 'goOn', 'answerNotKnown', 'handOver', 'withdraw'] as const)
      expect(canOnAdvice(state, action), `${state} ${action}`).toBe(false)
  expect(canOnAdvice('inProgress', 'begin')).toBe(false)
})

test('a request is overdue from the day after the day on which it was due, and never once it is answered', () => {
  const request = { state: 'asked' as const, dueOn: '2026-12-15' }
  expect(isOverdueAdvice(request, '2026-12-15')).toBe(false)
  expect(isOverdueAdvice(request, '2026-12-16')).toBe(true)
  expect(isOverdueAdvice({ ...request, state: 'answered' }, '2027-01-01')).toBe(false)
})

test('how near a day is, is told in whole days', () => {
  expect(nearnessOf('2026-12-15', '2026-12-12')).toEqual({ when: 'later', days: 3 })
  expect(nearnessOf('2026-12-15', '2026-12-14')).toEqual({ when: 'tomorrow' })
  expect(nearnessOf('2026-12-15', '2026-12-15')).toEqual({ when: 'today' })
  expect(nearnessOf('2026-12-15', '2026-12-17')).toEqual({ when: 'overdue', days: 2 })
})
