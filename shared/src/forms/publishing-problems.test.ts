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
