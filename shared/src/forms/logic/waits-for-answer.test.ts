import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import type { Condition } from '../conditions/condition.ts'
import { evaluateForm } from './evaluate.ts'
import { waitsForAnswer } from './waits-for-answer.ts'

const equals = (questionId: string, value: string): Condition => ({
  kind: 'equals',
  of: { from: 'answer', questionId },
  value,
})
const attends = buildQuestion('yesNo')
const needsHelp = buildQuestion('yesNo')
const first = buildPage([attends])
const second = buildPage([needsHelp], { showIf: equals(attends.id, 'yes') })
const third = buildPage([buildQuestion('shortText')], { showIf: equals(needsHelp.id, 'yes') })
const form = buildForm({ pages: [first, second, third] })

function waiting(answers: object): boolean[] {
  const state = evaluateForm(form, answers, { today: '2026-11-27' })
  return [first, second, third].map((page) => waitsForAnswer(state, page))
}

test('a page waits only while an answer that decides it is asked for and not given', () => {
  expect(waiting({})).toEqual([false, true, false])
  expect(waiting({ [attends.id]: 'yes' })).toEqual([false, false, true])
  expect(waiting({ [attends.id]: 'yes', [needsHelp.id]: 'no' })).toEqual([false, false, false])
})

test('what depends on a question that is not asked does not wait for it', () => {
  expect(waiting({ [attends.id]: 'no' })).toEqual([false, false, false])
})
