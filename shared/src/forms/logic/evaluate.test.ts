import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { newId, newSectionId } from '../../values/ids.ts'
import type { Condition } from '../conditions/condition.ts'
import { wordCondition, wordHiddenReason } from '../conditions/condition-in-words.ts'
import type { FormDefinition } from '../form-definition.ts'
import { listQuestions } from '../form-definition.ts'
import { changeAnswer, evaluateForm } from './evaluate.ts'
import { askedForm, isRequired, isShown, listCountedAnswers } from './form-state.ts'
import { validateAskedForm } from './validate-asked.ts'
import { findHiddenReason } from './why-hidden.ts'

const context = { today: '2026-11-23' }

const plan = buildQuestion('yesNo', { wording: { en: 'Does the child have an EHC plan?' } })
const of = { from: 'answer', questionId: plan.id } as const
const hasPlan: Condition = { kind: 'equals', of, value: 'yes' }
const child = buildQuestion('childDetails')

function formWith(...questions: FormDefinition['pages'][number]['questions']): FormDefinition {
  return buildForm({ pages: [buildPage([child, plan, ...questions])] })
}

function typed(date: string) {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day, month, year }
}

test('what depends on a missing answer is hidden and not required, and no error', () => {
  const asked = buildQuestion('shortText', { showIf: hasPlan })
  const wanted = buildQuestion('date', { required: false, requiredIf: hasPlan })
  const unless = buildQuestion('date', { showIf: { kind: 'none', conditions: [hasPlan] } })
  const form = formWith(asked, wanted, unless)
  const state = evaluateForm(form, {}, context)
  expect([asked, wanted, unless].map(({ id }) => isShown(state, id))).toEqual([false, true, false])
  expect(isRequired(state, wanted)).toBe(false)
  const yes = changeAnswer(state, plan.id, 'yes')
  expect([asked, wanted, unless].map(({ id }) => isShown(yes, id))).toEqual([true, true, false])
  expect(isRequired(yes, wanted)).toBe(true)
  expect(isShown(changeAnswer(yes, plan.id, 'no'), unless.id)).toBe(true)
})

test('the answer of a hidden question is kept, but neither counts nor is validated', () => {
  const number = buildQuestion('wholeNumber', { showIf: hasPlan })
  const tooMany: Condition = {
    kind: 'number',
    of: { from: 'answer', questionId: number.id },
    comparison: 'moreThan',
    than: 5,
  }
  const after = buildQuestion('shortText', { showIf: tooMany })
  const form = formWith(number, after)
  const answers = { [plan.id]: 'yes', [number.id]: '7', [after.id]: 'Because.' }
  const shown = evaluateForm(form, answers, context)
  expect(isShown(shown, after.id)).toBe(true)
  const hidden = changeAnswer(shown, plan.id, 'no')
  expect(isShown(hidden, after.id)).toBe(false)
  expect(listCountedAnswers(hidden)).toEqual({ [plan.id]: 'no' })
  expect(validateAskedForm(hidden, 'en').some(({ questionId }) => questionId !== child.id)).toBe(false)
  expect(listCountedAnswers(changeAnswer(hidden, plan.id, 'yes'))).toEqual(answers)
})

test('hidden pages, sections and options are not in the form that is asked', () => {
  const [first, second, third] = [buildQuestion('date'), buildQuestion('date'), buildQuestion('date')]
  const choice = buildQuestion('singleChoice', {
    options: [
      { value: 'home', label: { en: 'Home' } },
      { value: 'plan', label: { en: 'As in the plan' }, showIf: hasPlan },
    ],
  })
  const section = { id: newSectionId(), title: { en: 'Plan' }, showIf: hasPlan, questions: [second] }
  const pages = [
    buildPage([child, plan, choice]),
    buildPage([first], { sections: [section] }),
    buildPage([third], { showIf: hasPlan }),
    buildPage([buildQuestion('date', { showIf: hasPlan })]),
  ]
  const state = evaluateForm(buildForm({ pages }), { [plan.id]: 'no', [choice.id]: 'plan' }, context)
  const asked = askedForm(state)
  expect(asked.pages).toHaveLength(2)
  expect(asked.pages[1]?.sections).toEqual([])
  expect(listQuestions(asked).map(({ id }) => id)).toEqual([child.id, plan.id, choice.id, first.id])
  const offered = listQuestions(asked).find(({ id }) => id === choice.id)
  expect(offered && 'options' in offered && offered.options.map(({ value }) => value)).toEqual(['home'])
  expect(validateAskedForm(state, 'en').map(({ questionId }) => questionId)).toContain(choice.id)
  const whole = askedForm(changeAnswer(state, plan.id, 'yes'))
  expect(whole.pages).toHaveLength(4)
  expect(listQuestions(whole)).toHaveLength(7)
})

test.each<[string, Condition['kind'], object, unknown, boolean]>([
  ['is a value', 'equals', { value: 'yes' }, 'yes', true],
  ['is one of several', 'oneOf', { values: ['maybe', 'no'] }, 'no', true],
  ['is none of them', 'oneOf', { values: ['maybe'] }, 'no', false],
])('a choice %s', (_what, kind, more, answer, shown) => {
  const asked = buildQuestion('date', { showIf: { kind, of, ...more } as Condition })
  expect(isShown(evaluateForm(formWith(asked), { [plan.id]: answer }, context), asked.id)).toBe(shown)
})

test('dates are compared with fixed days, days counted from today, and ages on a day', () => {
  const date = buildQuestion('date')
  const ofDate = { from: 'answer', questionId: date.id } as const
  const born = { ...of, questionId: child.id, part: 'dateOfBirth' }
  const cases: [Condition, string, boolean][] = [
    [{ kind: 'before', of: ofDate, date: { kind: 'fixed', date: '2026-09-01' } }, '2026-08-31', true],
    [{ kind: 'before', of: ofDate, date: { kind: 'fixed', date: '2026-09-01' } }, '2026-09-01', false],
    [{ kind: 'after', of: ofDate, date: { kind: 'today', days: -30 } }, '2026-10-25', true],
    [{ kind: 'after', of: ofDate, date: { kind: 'today', days: -30 } }, '2026-10-24', false],
    [{ kind: 'before', of: ofDate, date: { kind: 'today', years: -16 } }, '2010-11-22', true],
    [{ kind: 'after', of: ofDate, date: { kind: 'operand', of: born } }, '2020-01-01', true],
    [
      { kind: 'ageOn', of: born, on: { kind: 'today' }, comparison: 'atLeast', years: 16 },
      '2020-01-01',
      true,
    ],
    [
      { kind: 'ageOn', of: born, on: { kind: 'operand', of: ofDate }, comparison: 'lessThan', years: 16 },
      '2026-05-01',
      true,
    ],
    [{ kind: 'before', of: ofDate, date: { kind: 'today' } }, '2026-02-30', false],
  ]
  const details = {
    givenNames: 'Amira',
    familyName: 'Khan',
    sex: '',
    postcode: '',
    upn: '',
    dateOfBirth: typed('2010-05-02'),
  }
  for (const [showIf, day, shown] of cases) {
    const asked = buildQuestion('shortText', { showIf })
    const answers = { [child.id]: details, [date.id]: typed(day) }
    const state = evaluateForm(formWith(date, asked), answers, context)
    expect([showIf, day, isShown(state, asked.id)]).toEqual([showIf, day, shown])
  }
})

test('a rule says its own sentence once the answer is sound by itself, and not while nothing is known', () => {
  const start = buildQuestion('date')
  const startsAt = { kind: 'operand', of: { from: 'answer', questionId: start.id } } as const
  const end = buildQuestion('date')
  const must: Condition = { kind: 'after', of: { from: 'answer', questionId: end.id }, date: startsAt }
  const ruled = { ...end, rules: [{ id: newId(), must, message: { en: 'End later.', cy: 'Gorffen.' } }] }
  const form = buildForm({ pages: [buildPage([start, ruled])] })
  const problemsWith = (answers: object, language: 'en' | 'cy' = 'en') =>
    validateAskedForm(evaluateForm(form, answers, context), language).flatMap(({ questionId, message }) =>
      questionId === end.id ? [message] : [],
    )
  const began = { [start.id]: typed('2026-05-05') }
  expect(problemsWith({ ...began, [end.id]: typed('2026-05-04') })).toEqual(['End later.'])
  expect(problemsWith({ ...began, [end.id]: typed('2026-05-04') }, 'cy')).toEqual(['Gorffen.'])
  expect(problemsWith({ ...began, [end.id]: typed('2026-05-06') })).toEqual([])
  expect(problemsWith({ [end.id]: typed('2026-05-04') })).toEqual([])
  expect(problemsWith({ ...began, [end.id]: typed('2026-02-31') })).toHaveLength(1)
})

test('values are calculated from numbers, dates and texts, and count in conditions', () => {
  const [a, b] = [buildQuestion('wholeNumber', { max: 100 }), buildQuestion('wholeNumber', { max: 100 })]
  const answerOf = (id: string) => ({ kind: 'answer', of: { from: 'answer', questionId: id } }) as const
  const mean = buildQuestion('calculated', {
    formula: {
      kind: 'divide',
      terms: [
        { kind: 'add', terms: [answerOf(a.id), answerOf(b.id)] },
        { kind: 'number', value: 3 },
      ],
    },
    decimals: 2,
  })
  const days = buildQuestion('calculated', {
    formula: {
      kind: 'daysBetween',
      from: { kind: 'fixed', date: '2026-11-20' },
      to: { kind: 'today' },
    },
  })
  const name = buildQuestion('calculated', {
    formula: {
      kind: 'join',
      parts: [
        { from: 'answer', questionId: child.id, part: 'givenNames' },
        { from: 'text', text: 'of' },
        { from: 'answer', questionId: child.id, part: 'familyName' },
      ],
      separator: ' ',
    },
  })
  const large = buildQuestion('date', {
    showIf: { kind: 'number', of: answerOf(mean.id).of, comparison: 'moreThan', than: 10 },
  })
  const form = formWith(a, b, mean, days, name, large)
  const state = evaluateForm(form, { [a.id]: '10', [child.id]: { givenNames: 'Amira' } }, context)
  expect(listCountedAnswers(state)).toMatchObject({ [mean.id]: '', [days.id]: '3', [name.id]: 'of' })
  const more = changeAnswer(state, b.id, '10')
  expect(listCountedAnswers(more)[mean.id]).toBe('6.67')
  expect(isShown(more, large.id)).toBe(false)
  expect(isShown(changeAnswer(more, b.id, '90'), large.id)).toBe(true)
  expect(listCountedAnswers(changeAnswer(more, mean.id, '99'))[mean.id]).toBe('6.67')
})

test('a changed answer shares with the state before whatever does not depend on it', () => {
  const asked = buildQuestion('shortText', { showIf: hasPlan })
  const state = evaluateForm(formWith(asked), { [plan.id]: 'yes' }, context)
  expect(changeAnswer(state, plan.id, 'yes')).toBe(state)
  expect(changeAnswer(state, 'q_unknown', 'yes')).toBe(state)
  expect(changeAnswer(state, asked.id, 'Elm').results).toBe(state.results)
  const changed = changeAnswer(state, plan.id, 'no')
  expect(changed.results).not.toBe(state.results)
  expect(isShown(state, asked.id)).toBe(true)
})

test('why something is hidden is known and worded, the outermost reason first', () => {
  const number = buildQuestion('wholeNumber', { wording: { en: 'How many schools?' } })
  const ofNumber = { from: 'answer', questionId: number.id } as const
  const many: Condition = { kind: 'number', of: ofNumber, comparison: 'atLeast', than: 2 }
  const both = buildQuestion('date', { showIf: { kind: 'all', conditions: [hasPlan, many] } })
  const later = buildQuestion('date', { showIf: many })
  const page = buildPage([later], { showIf: { kind: 'none', conditions: [hasPlan] } })
  const form = buildForm({ pages: [buildPage([child, plan, number, both]), page] })
  const state = evaluateForm(form, { [plan.id]: 'no', [number.id]: '1' }, context)
  const words = (from: typeof state, id: string) => {
    const reason = findHiddenReason(from, id)
    return reason && wordHiddenReason(reason, from.form.scope)
  }
  expect(words(state, both.id)).toBe(
    'hidden because ‘Does the child have an EHC plan?’ is not ‘Yes’ and ‘How many schools?’ is not at least 2',
  )
  expect(words(state, plan.id)).toBeUndefined()
  const yes = changeAnswer(changeAnswer(state, plan.id, 'yes'), number.id, '')
  expect(words(yes, later.id)).toBe('hidden because ‘Does the child have an EHC plan?’ is ‘Yes’')
  expect(findHiddenReason(yes, later.id)?.id).toBe(page.id)
  expect(words(yes, both.id)).toBe('hidden because ‘How many schools?’ is not answered')
  expect(wordCondition({ kind: 'any', conditions: [hasPlan, many] }, state.form.scope)).toBe(
    '‘Does the child have an EHC plan?’ is ‘Yes’ or ‘How many schools?’ is at least 2',
  )
  const sixteen: Condition = {
    kind: 'ageOn',
    of: { from: 'answer', questionId: child.id, part: 'dateOfBirth' },
    on: { kind: 'today', years: 1 },
    comparison: 'atLeast',
    years: 16,
  }
  const aged = buildQuestion('date', { showIf: sixteen })
  const { scope } = evaluateForm(formWith(aged), {}, context).form
  expect(wordCondition(sixteen, scope)).toBe(
    'the age by the date of birth in ‘Question of type childDetails’ on 1 year after today is at least 16',
  )
})
