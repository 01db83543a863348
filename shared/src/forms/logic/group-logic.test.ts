import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { timeOnCpu } from '../../testing/cpu-time.ts'
import { newId, newItemId } from '../../values/ids.ts'
import type { Condition } from '../conditions/condition.ts'
import { listPublishingProblems } from '../publishing-problems.ts'
import type { GroupItem } from '../questions/group.ts'
import { mostGroupQuestions, mostItems } from '../questions/group-member.ts'
import type { GroupMember, SimpleQuestion } from '../questions/group-member.ts'
import { inItem } from '../questions/group.ts'
import { evaluateForm } from './evaluate.ts'
import type { FormState } from './evaluate.ts'
import { asAsked, isOptionShown, isShown, listCountedAnswers } from './form-state.ts'
import { listHidden } from './list-hidden.ts'
import { listShownPlaces } from './list-shown.ts'
import { validateAskedForm } from './validate-asked.ts'

const of = (id: string) => ({ from: 'answer', questionId: id }) as const
const isYes = (id: string): Condition => ({ kind: 'equals', of: of(id), value: 'yes' })

const child = buildQuestion('childDetails', { required: true })
const detailed = buildQuestion('yesNo', { wording: { en: 'Shall we ask more?' }, required: false })
const name = buildQuestion('shortText', { wording: { en: 'Name' }, required: true })
const attends = buildQuestion('yesNo', { wording: { en: 'At school?' }, required: false })
const school = buildQuestion('shortText', {
  wording: { en: 'Which school?' },
  required: true,
  showIf: isYes(attends.id),
})
const place = buildQuestion('singleChoice', {
  wording: { en: 'Where is help needed?' },
  required: false,
  requiredIf: isYes(detailed.id),
  options: [
    { value: 'home', label: { en: 'At home' } },
    { value: 'school', label: { en: 'At school' }, showIf: isYes(attends.id) },
  ],
})
const years = buildQuestion('wholeNumber', { wording: { en: 'Age' }, required: false })
const left = buildQuestion('wholeNumber', { wording: { en: 'Age when school ended' }, required: false })
const ended: GroupMember = {
  ...left,
  rules: [
    {
      id: newId(),
      must: { kind: 'number', of: of(left.id), comparison: 'atMost', than: of(years.id) },
      message: { en: 'Nobody leaves school at an age that is still to come.' },
    },
  ],
}
const term = buildQuestion('shortText', { wording: { en: 'Term' }, required: true })
const reason = buildQuestion('shortText', {
  wording: { en: 'Why was it hard there?' },
  required: true,
  showIf: { kind: 'all', conditions: [isYes(attends.id), { kind: 'answered', of: of(term.id) }] },
})
const terms = buildQuestion('group', {
  wording: { en: 'Hard terms' },
  itemLabel: { en: 'Term' },
  required: false,
  questions: [term, reason],
}) as GroupMember
const siblings = buildQuestion('group', {
  wording: { en: 'Brothers and sisters' },
  required: false,
  max: 10,
  questions: [name, attends, school, place, years, ended, terms],
})
const atElm: Condition = { kind: 'contains', of: of(school.id), value: 'Elm' }
const about = buildQuestion('date', {
  wording: { en: 'Since when at Elm?' },
  required: true,
  showIf: { kind: 'anyItem', group: siblings.id, condition: atElm },
})
const form = buildForm({ pages: [buildPage([child, detailed, siblings, about])] })

type Answers = GroupItem['answers']
const item = (answers: Answers): GroupItem => ({ id: newItemId(), answers: { [name.id]: 'Sam', ...answers } })
const isGroupItem = (value: unknown): value is GroupItem[] => Array.isArray(value)

function stateWith(items: GroupItem[], more: Record<string, unknown> = {}): FormState {
  return evaluateForm(form, { [siblings.id]: items, ...more }, { today: '2026-11-27' })
}

function problemsOf(state: FormState): string[] {
  return validateAskedForm(state, 'en')
    .filter(({ questionId }) => questionId === siblings.id)
    .map(({ message }) => message)
}

const at = (one: GroupItem, id: string) => `${siblings.id}.${one.id}.${id}`

test('a question of an item follows from the other answers of the same item, and from no other item', () => {
  expect(listPublishingProblems(form)).toEqual([])
  const [goes, stays] = [item({ [attends.id]: 'yes' }), item({ [attends.id]: 'no' })]
  const state = stateWith([goes, stays])
  expect(isShown(state, at(goes, school.id))).toBe(true)
  expect(isShown(state, at(stays, school.id))).toBe(false)
  expect(isShown(state, at({ ...goes, id: newItemId() }, school.id))).toBe(false)
  expect(isOptionShown(state, at(goes, place.id), 'school')).toBe(true)
  expect(isOptionShown(state, at(stays, place.id), 'school')).toBe(false)
  const asked = asAsked(state, inItem(siblings.id, stays.id, place))
  expect(asked.options.map(({ value }) => value)).toEqual(['home'])
})

test('what is hidden in an item is kept as typed, and neither counted nor sent nor found wrong', () => {
  const stays = item({ [attends.id]: 'no', [school.id]: 'Elm Primary', [years.id]: '7' })
  const state = stateWith([stays])
  expect(isShown(state, about.id)).toBe(false)
  const [counted] = [listCountedAnswers(state)[siblings.id]].filter(isGroupItem).flat()
  expect(counted?.answers).toEqual({ [name.id]: 'Sam', [attends.id]: 'no', [years.id]: '7' })
  expect(state.answers[state.form.places.get(siblings.id) ?? -1]).toEqual([stays])
  expect(problemsOf(state)).toEqual([])
  const goes = stateWith([{ ...stays, answers: { ...stays.answers, [attends.id]: 'yes' } }])
  expect(isShown(goes, about.id)).toBe(true)
})

test('what is missing or breaks a rule is said of the question and its item', () => {
  expect(problemsOf(stateWith([item({}), item({ [attends.id]: 'yes' })]))).toEqual([
    'Brother or sister 2: Answer “Which school?”',
  ])
  const old = item({ [years.id]: '9', [left.id]: '11' })
  expect(problemsOf(stateWith([old]))).toEqual([
    'Brother or sister 1: Nobody leaves school at an age that is still to come.',
  ])
  const found = validateAskedForm(stateWith([old]), 'en').filter(
    ({ questionId }) => questionId === siblings.id,
  )
  expect(found).toMatchObject([{ part: `${old.id}.${left.id}` }])
})

test('an answer outside of the group can require one in every item', () => {
  const items = [item({ [place.id]: 'home' }), item({})]
  expect(problemsOf(stateWith(items))).toEqual([])
  expect(problemsOf(stateWith(items, { [detailed.id]: 'yes' }))).toEqual([
    expect.stringMatching(/^Brother or sister 2: .*“Where is help needed\?”/),
  ])
  const notOffered = stateWith([item({ [place.id]: 'school' })])
  expect(problemsOf(notOffered)).toEqual([expect.stringMatching(/^Brother or sister 1: /)])
})

test('in a group within a group a question also follows from the item around it', () => {
  const inner = { id: newItemId(), answers: { [term.id]: 'Autumn' } }
  const [goes, stays] = ['yes', 'no'].map((answer) => item({ [attends.id]: answer, [terms.id]: [inner] }))
  if (!goes || !stays) throw new Error('Two items were made')
  const state = stateWith([{ ...goes, answers: { ...goes.answers, [school.id]: 'Oak' } }, stays])
  const shown = (one: GroupItem) => isShown(state, `${at(one, terms.id)}.${inner.id}.${reason.id}`)
  expect([shown(goes), shown(stays)]).toEqual([true, false])
  expect(problemsOf(state)).toEqual(['Brother or sister 1: Term 1: Answer “Why was it hard there?”'])
  expect(listHidden(state).map(({ id, within, reason: why }) => [id, within, why])).toEqual(
    expect.arrayContaining([
      [
        siblings.id,
        'Brother or sister 2, ‘Which school?’',
        'hidden because ‘At school?’ of this ‘Brother or sister’ is not ‘Yes’',
      ],
      [
        siblings.id,
        'Brother or sister 2, ‘Hard terms’, Term 1, ‘Why was it hard there?’',
        'hidden because ‘At school?’ of this ‘Brother or sister’ is not ‘Yes’',
      ],
    ]),
  )
})

test('an internal form may ask the person’s record within a group, a form on the portal may not', () => {
  const known: GroupMember = { ...name, showIf: { kind: 'answered', of: { from: 'person', fact: 'upn' } } }
  const pages = [buildPage([child, { ...siblings, questions: [known] }])]
  const internal = buildForm({ family: 'internal', pages })
  expect(listPublishingProblems(internal)).toEqual([])
  const one = item({})
  const shown = (upn: string | undefined) =>
    isShown(
      evaluateForm(
        internal,
        { [siblings.id]: [one] },
        { today: '2026-11-27', ...(upn ? { person: { upn } } : {}) },
      ),
      at(one, name.id),
    )
  expect([shown('A123456789012'), shown(undefined)]).toEqual([true, false])
  expect(listPublishingProblems(buildForm({ pages })).map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining('Question 1 of the group: A form on the portal cannot use the person’s record'),
  ])
})

test.each<[string, GroupMember[], string]>([
  [
    'that go round in a circle in an item',
    [
      { ...name, showIf: { kind: 'answered', of: of(school.id) } },
      { ...school, showIf: { kind: 'answered', of: of(name.id) } },
    ],
    'go round in a circle: ‘Name’ → ‘Which school?’ → ‘Name’',
  ],
  [
    'on any item of the own group',
    [name, { ...school, showIf: { kind: 'anyItem', group: siblings.id, condition: isYes(name.id) } }],
    'go round in a circle: ‘Brothers and sisters’ → ‘Brothers and sisters’',
  ],
  [
    'on what follows from the own group',
    [name, { ...school, showIf: { kind: 'answered', of: of(about.id) } }],
    'go round in a circle: ‘Brothers and sisters’ → ‘Since when at Elm?’ → ‘Brothers and sisters’',
  ],
  [
    'on one question of a group within it',
    [{ ...name, showIf: { kind: 'answered', of: of(term.id) } }, terms, attends],
    'Question 1 of the group: Its condition does not fit. It looks at a question that is not in this form',
  ],
  [
    'on a question that is not there',
    [{ ...name, requiredIf: isYes(newItemId()) }],
    'Question 1 of the group: Its condition does not fit.',
  ],
])('conditions %s are refused', (_what, questions, sentence) => {
  const pages = [buildPage([child, detailed, { ...siblings, questions }, about])]
  const found = listPublishingProblems(buildForm({ pages }))
  expect(found.map((problem) => problem.sentence).join('\n')).toContain(sentence)
  const state = evaluateForm(buildForm({ pages }), { [siblings.id]: [item({})] }, { today: '2026-11-27' })
  expect(() => validateAskedForm(state, 'en')).not.toThrow()
})

test('an item cannot ask another group’s question, a later page, or be filled in beforehand', () => {
  const other = buildQuestion('group', { questions: [{ ...attends, id: term.id }] })
  const later = buildQuestion('yesNo')
  const sentences = (member: GroupMember) =>
    listPublishingProblems(
      buildForm({
        pages: [buildPage([child, other, { ...siblings, questions: [member] }]), buildPage([later])],
      }),
    ).map(({ sentence }) => sentence)
  expect(sentences({ ...name, showIf: isYes(term.id) })[0]).toContain('not outside its group')
  expect(sentences({ ...name, showIf: isYes(later.id) })[0]).toContain('a later page')
  const prefill = { from: 'form', code: 'OTHER', questionId: later.id } as const
  expect(sentences({ ...name, prefill })[0]).toContain('No answer can be offered to questions in a group')
})

test(
  'the largest group that there can be is worked out, listed and validated within seconds',
  { timeout: 300_000 },
  () => {
    const chain = (length: number): SimpleQuestion[] => {
      const questions: SimpleQuestion[] = []
      for (let place = 0; place < length; place += 1) {
        const before = questions.at(-1)
        const showIf = before ? { showIf: isYes(before.id), requiredIf: isYes(before.id) } : {}
        questions.push(buildQuestion('yesNo', { required: false, ...showIf }))
      }
      return questions
    }
    const answersTo = (questions: SimpleQuestion[]) =>
      Object.fromEntries(questions.map(({ id }) => [id, 'yes']))
    const innerQuestions = chain(mostGroupQuestions)
    const inner = buildQuestion('group', { questions: innerQuestions, max: mostItems }) as GroupMember
    const outerQuestions = chain(mostGroupQuestions - 1)
    const group = buildQuestion('group', { questions: [...outerQuestions, inner], max: mostItems })
    const innerItems = Array.from({ length: mostItems }, () => ({
      id: newItemId(),
      answers: answersTo(innerQuestions),
    }))
    const items = Array.from({ length: mostItems }, () => ({
      id: newItemId(),
      answers: { ...answersTo(outerQuestions), [inner.id]: innerItems },
    }))
    const page = buildPage([group])
    const { milliseconds } = timeOnCpu(() => {
      const state = evaluateForm(buildForm({ pages: [page] }), { [group.id]: items }, { today: '2026-11-27' })
      expect(validateAskedForm(state, 'en')).toEqual([])
      expect(listShownPlaces(state, page).length).toBeGreaterThan(70_000)
      expect(listHidden(state)).toEqual([])
    })
    expect(milliseconds).toBeLessThan(20_000)
  },
)
