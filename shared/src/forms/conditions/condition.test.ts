import { expect, test } from 'vitest'
import { newId, newQuestionId, newSectionId } from '../../values/ids.ts'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { timeOnCpu } from '../../testing/cpu-time.ts'
import { Formula } from '../calculations/formula.ts'
import { FormDefinition } from '../form-definition.ts'
import { Condition } from './condition.ts'

const of = { from: 'answer', questionId: newQuestionId() } as const
const yes: Condition = { kind: 'equals', of, value: 'yes' }

test('every kind of condition is a condition', () => {
  const conditions: Condition[] = [
    yes,
    { kind: 'answered', of: { ...of, part: 'dateOfBirth' } },
    { kind: 'oneOf', of, values: ['home', 'school'] },
    { kind: 'contains', of, value: 'speech' },
    { kind: 'before', of, date: { kind: 'fixed', date: '2026-09-01' } },
    { kind: 'after', of, date: { kind: 'today', days: -30 } },
    { kind: 'ageOn', of, on: { kind: 'today', years: 1 }, comparison: 'atLeast', years: 16 },
    { kind: 'number', of, comparison: 'moreThan', than: of },
    { kind: 'none', conditions: [yes, { kind: 'any', conditions: [yes] }] },
    { kind: 'anyItem', group: of.questionId, condition: yes },
    { kind: 'answered', of: { from: 'person', fact: 'sex' } },
  ]
  for (const condition of conditions) expect(Condition.parse(condition)).toEqual(condition)
})

test.each([
  ['an id that reaches into the program', { ...yes, of: { from: 'answer', questionId: 'constructor' } }],
  ['a part that reaches into the program', { kind: 'answered', of: { ...of, part: '__proto__' } }],
  ['a word nobody knows', { ...yes, kind: 'eval' }],
  ['a part too many', { ...yes, code: 'alert(1)' }],
  ['all of nothing', { kind: 'all', conditions: [] }],
  ['a number without end', { kind: 'number', of, comparison: 'equalTo', than: Infinity }],
  ['a day that is none', { kind: 'before', of, date: { kind: 'fixed', date: '2026-02-30' } }],
])('%s is no condition', (_what, condition) => {
  expect(Condition.safeParse(condition).success).toBe(false)
})

test('conditions of 10,000 levels, of a million keys or in a circle are refused before anything reads them', () => {
  let deep: unknown = yes
  for (let level = 0; level < 10_000; level += 1) deep = { kind: 'all', conditions: [deep] }
  const wide = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, key) => [`k${key}`, key]))
  const circle: Record<string, unknown> = { kind: 'all' }
  circle['conditions'] = [circle]
  const { milliseconds } = timeOnCpu(() => {
    for (const hostile of [deep, wide, circle, { kind: 'all', conditions: Array(1_000_000).fill(yes) }]) {
      expect(Condition.safeParse(hostile).success).toBe(false)
      expect(Formula.safeParse(hostile).success).toBe(false)
    }
  })
  expect(milliseconds).toBeLessThan(10_000)
})

test('a form with sections, conditions, rules and a calculated value is a form, and one without any stays as it is', () => {
  const question = buildQuestion('calculated', {
    showIf: yes,
    formula: { kind: 'sumItems', group: of.questionId, term: { kind: 'answer', of } },
    rules: [{ id: newId(), must: yes, message: { en: 'Say yes.' } }],
    prefill: { from: 'form', code: 'OTHER', questionId: of.questionId },
  })
  const section = { id: newSectionId(), title: { en: 'More' }, showIf: yes, questions: [question] }
  const page = buildPage([buildQuestion('yesNo', { requiredIf: yes })], { sections: [section], showIf: yes })
  for (const form of [buildForm({ family: 'internal', pages: [page] }), buildForm()])
    expect(FormDefinition.parse(form)).toEqual(form)
})
