import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { newId, newQuestionId } from '../../values/ids.ts'
import type { Formula } from '../calculations/formula.ts'
import type { Condition } from '../conditions/condition.ts'
import type { FormDefinition } from '../form-definition.ts'
import { listPublishingProblems } from '../publishing-problems.ts'
import type { Question } from '../questions/question-types.ts'
import { compileForm } from './compile-form.ts'
import { evaluateForm } from './evaluate.ts'
import { findCycles } from './find-cycles.ts'
import { isShown } from './form-state.ts'
import { findHiddenReason } from './why-hidden.ts'

const child = buildQuestion('childDetails')
const number = buildQuestion('wholeNumber', { wording: { en: 'How many?' } })
const choice = buildQuestion('singleChoice', { wording: { en: 'Where?' } })
const file = buildQuestion('file', { wording: { en: 'Papers' } })
const date = buildQuestion('date', { wording: { en: 'When?' } })
const ofAnswer = (id: string) => ({ from: 'answer', questionId: id }) as const

function sentencesOf(form: FormDefinition): string {
  return listPublishingProblems(form)
    .map(({ sentence }) => sentence)
    .join('\n')
}

function formWith(questions: Question[], more: Partial<FormDefinition> = {}): FormDefinition {
  return buildForm({ pages: [buildPage([child, number, choice, file, date, ...questions])], ...more })
}

const yes: Condition = { kind: 'equals', of: ofAnswer(choice.id), value: 'home' }

test.each<[string, Condition, string | undefined]>([
  ['that fits', yes, undefined],
  ['on a question that is not there', { ...yes, of: ofAnswer(newQuestionId()) }, 'not in this form'],
  [
    'on a part that is not there',
    { ...yes, of: { ...ofAnswer(child.id), part: 'salary' } },
    'no part ‘salary’',
  ],
  ['of a text with a number', { ...yes, of: ofAnswer(number.id) }, '‘How many?’ is a number'],
  [
    'of a number with a choice',
    { kind: 'number', of: ofAnswer(choice.id), comparison: 'equalTo', than: 1 },
    'a number is needed',
  ],
  ['with an option that is not offered', { ...yes, value: 'moon' }, 'does not offer the option ‘moon’'],
  ['of a file with a value', { ...yes, of: ofAnswer(file.id) }, 'ask whether it is answered'],
  [
    'of a date with a word',
    { ...yes, of: ofAnswer(date.id), value: 'soon' },
    'is a date and cannot be compared',
  ],
  [
    'of a date with a number',
    { kind: 'before', of: ofAnswer(date.id), date: { kind: 'operand', of: ofAnswer(number.id) } },
    'a date is needed',
  ],
  [
    'on the items of what is no group',
    { kind: 'anyItem', group: choice.id, condition: yes },
    'a group that is not there',
  ],
  [
    'on the person’s record',
    { kind: 'answered', of: { from: 'person', fact: 'upn' } },
    'whether the child is known',
  ],
])('a condition %s', (_what, showIf, sentence) => {
  const found = sentencesOf(
    formWith([buildQuestion('shortText', { showIf: { kind: 'all', conditions: [showIf] } })]),
  )
  if (sentence === undefined) expect(found).toBe('')
  else expect(found).toContain(sentence)
})

test('an internal form may use the person’s record, a portal form may not pre-fill from it either', () => {
  const asked = buildQuestion('shortText', {
    showIf: { kind: 'equals', of: { from: 'person', fact: 'sex' }, value: 'female' },
    prefill: { from: 'person', fact: 'postcode' },
  })
  expect(sentencesOf(buildForm({ pages: [buildPage([child, asked])], family: 'internal' }))).toBe('')
  expect(sentencesOf(formWith([asked]))).toContain('A form on the portal cannot use the person’s record')
  const filled = buildQuestion('shortText', { prefill: { from: 'person', fact: 'postcode' } })
  expect(sentencesOf(formWith([filled]))).toContain('A form on the portal cannot use the person’s record')
})

test('children are offered to the child’s details of a form on the portal alone', () => {
  const prefill = { from: 'child' } as const
  const details = buildQuestion('childDetails', { prefill })
  const refused = 'can only be offered to the “child details” question'
  expect(sentencesOf(buildForm({ pages: [buildPage([details])] }))).toBe('')
  expect(sentencesOf(formWith([buildQuestion('shortText', { prefill })]))).toContain(refused)
  const internal = buildForm({ pages: [buildPage([details])], family: 'internal' })
  expect(sentencesOf(internal)).toContain(refused)
})

test('a condition about a later page, and one of a page about itself, are refused', () => {
  const later = buildQuestion('yesNo')
  const isYes: Condition = { kind: 'equals', of: ofAnswer(later.id), value: 'yes' }
  const pages = [buildPage([child, buildQuestion('date', { showIf: isYes })]), buildPage([later])]
  expect(sentencesOf(buildForm({ pages }))).toContain('a later page')
  const itself = [buildPage([child]), buildPage([later, number], { showIf: isYes })]
  expect(sentencesOf(buildForm({ pages: itself }))).toContain('only ask about earlier pages')
})

test('the child’s details are always asked, and a rule has its sentence', () => {
  const pages = [buildPage([choice]), buildPage([child], { showIf: yes })]
  expect(sentencesOf(buildForm({ pages }))).toContain('must always be asked')
  const rules = [{ id: newId(), must: yes, message: { en: ' ' } }]
  expect(sentencesOf(formWith([buildQuestion('date', { rules })]))).toContain('Give every rule the sentence')
})

test.each<[string, Formula, string]>([
  ['of nothing', { kind: 'add', terms: [] }, 'Choose what the value is calculated from'],
  [
    'of a choice',
    { kind: 'add', terms: [{ kind: 'answer', of: ofAnswer(choice.id) }] },
    'a number is needed',
  ],
  ['of a group that is none', { kind: 'countItems', group: choice.id }, 'a group that is not there'],
  [
    'of the person’s record',
    { kind: 'join', parts: [{ from: 'person', fact: 'upn' }], separator: '' },
    'child is known',
  ],
])('a calculation %s is refused', (_what, formula, sentence) => {
  expect(sentencesOf(formWith([buildQuestion('calculated', { formula })]))).toContain(sentence)
})

test('conditions that go round in a circle are refused with their path, and what they hide stays hidden', () => {
  const [a, b, c] = ['First?', 'Second?', 'Third?'].map((en) => buildQuestion('yesNo', { wording: { en } }))
  if (!a || !b || !c) throw new Error('Three questions were made')
  const on = (id: string): Condition => ({ kind: 'equals', of: ofAnswer(id), value: 'yes' })
  const circle = [
    { ...a, showIf: on(c.id) },
    { ...b, showIf: on(a.id) },
    { ...c, showIf: on(b.id) },
  ]
  const after = buildQuestion('date', { showIf: on(a.id) })
  const form = formWith([...circle, after])
  const [cycle] = findCycles(compileForm(form))
  expect(cycle?.ids.toSorted()).toEqual([a.id, b.id, c.id].toSorted())
  expect(cycle?.words).toBe('‘First?’ → ‘Third?’ → ‘Second?’ → ‘First?’')
  expect(sentencesOf(form)).toContain('go round in a circle: ‘First?’ → ‘Third?’ → ‘Second?’ → ‘First?’')
  const state = evaluateForm(form, { [a.id]: 'yes', [b.id]: 'yes', [c.id]: 'yes' }, { today: '2026-11-23' })
  expect([a, b, c, after].map(({ id }) => isShown(state, id))).toEqual([false, false, false, false])
  expect(findHiddenReason(state, a.id)?.id).toBe(a.id)
  const own = { ...a, showIf: on(a.id) }
  expect(findCycles(compileForm(formWith([own])))).toHaveLength(1)
  expect(findCycles(compileForm(formWith([a, b, c])))).toEqual([])
})
