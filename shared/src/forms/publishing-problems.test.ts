import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../testing/build-form.ts'
import { FormDefinition } from './form-definition.ts'
import { listPublishingProblems } from './publishing-problems.ts'

test('the form of the factories may be published and is a valid definition', () => {
  const form = buildForm()
  expect(FormDefinition.parse(form)).toEqual(form)
  expect(listPublishingProblems(form)).toEqual([])
})

const child = buildQuestion('childDetails')
const twin = buildPage([child])

test.each([
  ['no title', buildForm({ title: { en: ' ' } }), 'Give the form a title.'],
  ['no pages', buildForm({ pages: [] }), 'Add at least one page.'],
  [
    'no child',
    buildForm({ pages: [buildPage([buildQuestion('yesNo')])] }),
    'without it nobody knows whose form it is',
  ],
  ['two children', buildForm({ pages: [twin, buildPage([buildQuestion('childDetails')])] }), 'Keep only one'],
  ['an optional child', buildForm({ pages: [buildPage([{ ...child, required: false }])] }), 'required'],
  ['nobody who may read it', buildForm({ accessList: { entries: [] } }), 'permission group'],
  ['an empty page', buildForm({ pages: [twin, buildPage([])] }), 'Add a question to page 2'],
  ['a page without a title', buildForm({ pages: [{ ...twin, title: { en: '' } }] }), 'Give page 1 a title.'],
  ['the same part twice', buildForm({ pages: [twin, twin] }), 'appears twice'],
  ['no wording', buildForm({ pages: [buildPage([{ ...child, wording: { en: '' } }])] }), 'wording'],
])('a form with %s cannot be published', (_what, form, sentence) => {
  expect(listPublishingProblems(form).map((problem) => problem.sentence)).toContainEqual(
    expect.stringContaining(sentence) as string,
  )
})

test('choices need two options with their own values, numbers a range that exists', () => {
  const choice = buildQuestion('singleChoice', { options: [{ value: 'home', label: { en: 'At home' } }] })
  const number = buildQuestion('wholeNumber', { min: 5, max: 3 })
  const problems = listPublishingProblems(buildForm({ pages: [buildPage([child, choice, number])] }))
  expect(problems.map((problem) => problem.where)).toEqual([choice.id, number.id])
})

test('a form of a portal and a form of staff may both ask for files', () => {
  const file = buildQuestion('file')
  for (const family of ['portal', 'internal'] as const) {
    const form = { ...buildForm({ pages: [buildPage([child, file])] }), family }
    expect(listPublishingProblems(form)).toEqual([])
  }
})

test.each(['personLookup', 'baseLookup', 'staffLookup'] as const)(
  'a %s is for staff alone: a form of a portal cannot be published with one, not even in a group',
  (type) => {
    const lookup = buildQuestion(type)
    const sentence = 'Only staff may search these records. Remove the question: this form is for a portal.'
    const group = buildQuestion('group', { questions: [lookup] })
    for (const [question, words] of [
      [lookup, sentence],
      [group, `Question 1 of the group: ${sentence}`],
    ] as const) {
      for (const audience of ['parents', 'youngPeople', 'professionals'] as const) {
        const form = buildForm({ audience, pages: [buildPage([child, question])] })
        expect(listPublishingProblems(form)).toEqual([{ where: question.id, sentence: words }])
      }
    }
  },
)

test.each([
  ['guidance', { text: { en: '' } }, 'Write the text of the guidance.'],
  ['declaration', { statement: { en: ' ' } }, 'Write the statement'],
  ['lookup', { table: undefined, entries: [] }, 'Choose the look-up table'],
  ['lookup', { entries: [] }, 'has no entries'],
  ['multipleChoice', { none: { value: 'none', label: { en: '' } } }, '“none of these”'],
  ['multipleChoice', { none: { value: 'moving', label: { en: 'None' } } }, 'a value of its own'],
  ['decimal', { min: 2, max: 1 }, 'smallest number'],
  ['money', { min: 2, max: 1 }, 'smallest sum'],
  [
    'date',
    { earliest: { kind: 'fixed', date: '2026-01-02' }, latest: { kind: 'fixed', date: '2026-01-01' } },
    'earliest',
  ],
  [
    'partialDate',
    {
      earliest: { kind: 'fromToday', amount: 1, unit: 'days' },
      latest: { kind: 'fromToday', amount: -1, unit: 'years' },
    },
    'earliest',
  ],
] as const)('a %s with %o cannot be published', (type, overrides, sentence) => {
  const question = buildQuestion(type, overrides as never)
  const problems = listPublishingProblems(buildForm({ pages: [buildPage([child, question])] }))
  expect(problems).toEqual([{ where: question.id, sentence: expect.stringContaining(sentence) as string }])
})
