import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { newItemId } from '../../values/ids.ts'
import { Answers, displayAnswer, sortAnswers, validateAnswer } from '../answers.ts'
import { FormDefinition } from '../form-definition.ts'
import { listPublishingProblems } from '../publishing-problems.ts'
import { copyQuestion } from '../copy-parts.ts'
import { behaviourOf, type QuestionOf } from './question-types.ts'

const english = { language: 'en', today: '2026-11-23' } as const
const welsh = { language: 'cy', today: '2026-11-23' } as const

const name = buildQuestion('personName', { wording: { en: 'Name', cy: 'Enw' } })
const born = buildQuestion('date', { wording: { en: 'Born' }, required: false })
const needs = buildQuestion('multipleChoice', { wording: { en: 'Needs' }, required: false })
const pets = buildQuestion('group', {
  wording: { en: 'Pets' },
  itemLabel: { en: 'Pet' },
  required: false,
  questions: [buildQuestion('shortText', { wording: { en: 'Kind of animal' } })],
}) as Extract<QuestionOf<'group'>['questions'][number], { type: 'group' }>
const kind = pets.questions[0]!
const family = buildQuestion('group', {
  wording: { en: 'Brothers and sisters' },
  max: 2,
  questions: [buildQuestion('guidance'), name, born, needs, pets],
})
const [first, second, third] = [newItemId(), newItemId(), newItemId()]
const ella = { givenNames: 'Ella', familyName: 'Khan' }
const messagesOf = (answer: unknown, context: typeof english | typeof welsh = english) =>
  validateAnswer(family, answer, context).map(({ message }) => message)

test('a posted page becomes a list of items, each with its id and its answers', () => {
  const fields = new Map([
    [`${family.id}.items`, `${first} ${second} ${first} nonsense __proto__`],
    [`${family.id}.${first}.${name.id}.givenNames`, 'Ella'],
    [`${family.id}.${first}.${born.id}.year`, '2012'],
    [`${family.id}.${second}.${needs.id}.talking`, 'yes'],
    [`${family.id}.${second}.${pets.id}.items`, third],
    [`${family.id}.${second}.${pets.id}.${third}.${kind.id}`, 'Dog'],
  ])
  const answer = behaviourOf(family).read((field) => fields.get(field) ?? '')
  expect(answer).toEqual([
    {
      id: first,
      answers: {
        [name.id]: { givenNames: 'Ella', familyName: '' },
        [born.id]: { day: '', month: '', year: '2012' },
        [needs.id]: [],
        [pets.id]: [],
      },
    },
    {
      id: second,
      answers: {
        [name.id]: { givenNames: '', familyName: '' },
        [born.id]: { day: '', month: '', year: '' },
        [needs.id]: ['talking'],
        [pets.id]: [{ id: third, answers: { [kind.id]: 'Dog' } }],
      },
    },
  ])
  expect(behaviourOf(family).parse(answer)).toEqual(answer)
})

test('what is wrong in an item is said with its number and at its place', () => {
  const answer = [
    { id: first, answers: { [name.id]: ella } },
    { id: second, answers: { [name.id]: { givenNames: 'Leo', familyName: '' }, [pets.id]: [] } },
  ]
  expect(validateAnswer(family, answer, english)).toEqual([
    {
      questionId: family.id,
      part: `${second}.${name.id}.familyName`,
      message: 'Brother or sister 2: Enter the family name',
    },
  ])
  expect(messagesOf(answer, welsh)).toEqual(['Brawd neu chwaer 2: Rhowch y cyfenw'])
})

test('a group within a group leads to its own boxes', () => {
  const petless = [{ id: third, answers: {} }]
  const required = { ...pets, required: true }
  const group = { ...family, questions: [name, required] }
  const answer = [{ id: first, answers: { [name.id]: ella, [pets.id]: petless } }]
  expect(validateAnswer(group, answer, english)).toEqual([
    {
      questionId: family.id,
      part: `${first}.${pets.id}.${third}.${kind.id}`,
      message: 'Brother or sister 1: Pet 1: Answer “Kind of animal”',
    },
  ])
})

test('blank items are kept but count for nothing, and are not shown', () => {
  const blank = { id: second, answers: { [name.id]: { givenNames: ' ', familyName: '' } } }
  const answer = [{ id: first, answers: { [name.id]: ella } }, blank]
  expect(messagesOf(answer)).toEqual([])
  expect(displayAnswer(family, answer, 'en')).toBe('Brother or sister 1\nName: Ella Khan')
  expect(displayAnswer(family, answer, 'cy')).toBe('Brawd neu chwaer 1\nEnw: Ella Khan')
  expect(behaviourOf(family).isEmpty([blank])).toBe(true)
  expect(behaviourOf({ ...family, required: false }).validate([blank], english)).toEqual([])
})

test('too few and too many items are refused in words', () => {
  const filled = (id: string) => ({ id, answers: { [name.id]: ella } })
  expect(messagesOf([])).toEqual(['Add at least one answer to “Brothers and sisters”'])
  expect(
    validateAnswer({ ...family, min: 2 }, [filled(first)], english).map(({ message }) => message),
  ).toEqual(['Add at least 2 answers to “Brothers and sisters”'])
  expect(messagesOf([first, second, third].map(filled))).toEqual([
    'Keep 2 answers or fewer to “Brothers and sisters”. Remove the others',
  ])
})

const item = (answers: string, id = first) => `[{"id":"${id}","answers":${answers}}]`

test.each([
  ['the key __proto__', item('{"__proto__":"x"}')],
  ['the key constructor', item('{"constructor":"x"}')],
  ['the key prototype in an inner group', item(`{"${pets.id}":${item('{"prototype":"x"}', second)}}`)],
  ['the key __proto__ in an inner group', item(`{"${pets.id}":${item('{"__proto__":"x"}', second)}}`)],
  ['an item without an id', '[{"answers":{}}]'],
  ['an item whose id is __proto__', item('{}', '__proto__')],
  ['the same item twice', `[${item('{}').slice(1, -1)},${item('{}').slice(1, -1)}]`],
  ['an unknown part', `[{"id":"${first}","answers":{},"order":1}]`],
  ['a third level', item(`{"${pets.id}":${item(`{"${kind.id}":${item('{}', third)}}`, second)}}`)],
])('%s is refused', (_what, json) => {
  expect(Answers.safeParse(JSON.parse(`{"${family.id}":${json}}`)).success).toBe(false)
})

test.each([
  ['an answer to a question of another group', { [kind.id]: 'Dog' }],
  ['an answer of another shape', { [name.id]: 'Ella' }],
  ['an answer to a guidance text', { [family.questions[0]!.id]: 'x' }],
])('%s is no answer to this group', (_what, answers) => {
  const posted = Answers.parse({ [family.id]: [{ id: first, answers }] })
  expect(sortAnswers(buildPage([family]), posted).strangers).toEqual([family.id])
})

test('a group needs questions, a name for its items and a range that exists, in each of its questions too', () => {
  const sentences = (group: QuestionOf<'group'>) =>
    listPublishingProblems(buildForm({ pages: [buildPage([buildQuestion('childDetails'), group])] })).map(
      ({ where, sentence }) => [where, sentence],
    )
  expect(sentences(family)).toEqual([])
  expect(sentences({ ...family, questions: [] })).toEqual([
    [family.id, 'Add a question to the group, or remove the group.'],
  ])
  expect(sentences({ ...family, itemLabel: { en: ' ' } })).toEqual([
    [family.id, 'Say what one item of the group is called.'],
  ])
  expect(sentences({ ...family, min: 3 })).toEqual([
    [family.id, 'The fewest items must not be more than the most.'],
  ])
  expect(sentences({ ...family, questions: [{ ...name, wording: { en: '' } }] })).toEqual([
    [family.id, 'Question 1 of the group: Give the question its wording.'],
  ])
  expect(sentences({ ...family, questions: [name, name] }).map(([where]) => where)).toEqual([family.id])
})

test('a group in a group in a group is no valid form', () => {
  const deep = { ...family, questions: [{ ...pets, questions: [pets] }] }
  const form = { ...buildForm(), pages: [{ ...buildPage([]), questions: [deep] }] }
  expect(FormDefinition.safeParse(form).success).toBe(false)
})

test('the copy of a group has ids of its own throughout', () => {
  const copy = copyQuestion(family)
  const ids = (group: QuestionOf<'group'>): string[] => [
    group.id,
    ...group.questions.flatMap((member) => (member.type === 'group' ? ids(member) : [member.id])),
  ]
  expect(ids(copy).filter((id) => ids(family).includes(id))).toEqual([])
  expect(ids(copy)).toHaveLength(ids(family).length)
})
