import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { newId, newSectionId } from '../../values/ids.ts'
import { FormDefinition } from '../form-definition.ts'
import { listPublishingProblems } from '../publishing-problems.ts'
import { listPublishingWarnings } from '../publishing-warnings.ts'
import type { Question } from '../questions/question-types.ts'
import { listFormTexts } from './form-texts.ts'

const child = buildQuestion('childDetails')
const ask = (en: string, others: Partial<Question> = {}) =>
  buildQuestion('shortText', { wording: { en }, ...(others as object) })
const formOf = (...questions: Question[]) => buildForm({ pages: [buildPage([child, ...questions])] })
const problemsOf = (form: FormDefinition) => listPublishingProblems(FormDefinition.parse(form))
/** Without the warning about the access list, which is not of the texts. */
const warningsOf = (form: FormDefinition) =>
  listPublishingWarnings(form).filter(({ sentence }) => !sentence.startsWith('Nobody may administer'))

test('every text that somebody reads is found once, in the order of reading', () => {
  const rule = {
    id: newId(),
    must: { kind: 'answered', of: { from: 'answer', questionId: child.id } },
  } as const
  const choice = buildQuestion('singleChoice', {
    wording: { en: 'Where?' },
    help: { en: 'Now' },
    rules: [{ ...rule, message: { en: 'Choose' } }],
  })
  const section = {
    id: newSectionId(),
    title: { en: 'Past' },
    guidance: { en: 'Before' },
    questions: [choice],
  }
  const page = { ...buildPage([child]), guidance: { en: 'Begin' }, sections: [section] }
  const form = buildForm({ guidance: { en: 'Why' }, pages: [page] })
  expect(listFormTexts(form).map(({ where, name, text }) => [where, name, text.en])).toEqual([
    ['form', 'Title', 'A form for tests'],
    ['form', 'Guidance', 'Why'],
    [page.id, 'Title', 'About the child'],
    [page.id, 'Guidance', 'Begin'],
    [child.id, 'Wording', 'Question of type childDetails'],
    [section.id, 'Title', 'Past'],
    [section.id, 'Guidance', 'Before'],
    [choice.id, 'Wording', 'Where?'],
    [choice.id, 'Help text', 'Now'],
    [choice.id, 'Option 1', 'At home'],
    [choice.id, 'Option 2', 'At school'],
    [choice.id, 'Message of rule 1', 'Choose'],
  ])
})

test.each([
  [
    'a help text only in Welsh',
    formOf(ask('Name?', { help: { en: ' ', cy: 'Enw' } })),
    'Help text: Write the English',
  ],
  [
    'a rule that does not say what is wrong',
    formOf(
      ask('Name?', {
        rules: [
          {
            id: newId(),
            must: { kind: 'answered', of: { from: 'answer', questionId: child.id } },
            message: { en: '' },
          },
        ],
      }),
    ),
    'the sentence that is shown when it is broken',
  ],
  [
    'two options alike',
    formOf(
      buildQuestion('singleChoice', {
        options: [
          { value: 'a', label: { en: 'At home' } },
          { value: 'b', label: { en: 'at home ' } },
        ],
      }),
    ),
    'Option 2: Another option has the same wording.',
  ],
])('%s stands in the way of publishing', (_what, form, sentence) => {
  expect(problemsOf(form)).toEqual([
    { where: form.pages[0]?.questions[1]?.id, sentence: expect.stringContaining(sentence) as string },
  ])
})

test('Welsh is complete, or knowingly left out with a reason; nothing between', () => {
  const { englishOnly: _, ...silent } = formOf(ask('Name?'))
  expect(problemsOf(silent)).toEqual([
    { where: 'form', sentence: 'Write the Welsh of all texts, or say that the form is in English only.' },
  ])
  const unfinished = problemsOf({ ...silent, title: { en: '' } }).map(({ sentence }) => sentence)
  expect(unfinished).toEqual([
    'Give the form a title.',
    expect.stringContaining('Welsh of all texts') as string,
  ])
  expect(problemsOf({ ...silent, englishOnly: ' ' })).toEqual([
    { where: 'form', sentence: 'Say why the form is in English only.' },
  ])
  expect(problemsOf({ ...silent, englishOnly: 'No family has asked for Welsh.' })).toEqual([])

  const partly = { ...silent, title: { en: 'A form', cy: 'Ffurflen' } }
  expect(problemsOf(partly).map(({ sentence }) => sentence)).toEqual([
    'Title: Write the Welsh text.',
    'Wording: Write the Welsh text.',
    'Wording: Write the Welsh text.',
  ])
  const whole = JSON.parse(JSON.stringify(silent), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'en' in value ? { ...value, cy: 'Testun' } : value,
  ) as FormDefinition
  expect(problemsOf(whole)).toEqual([])
})

test.each([
  ['a short form that nobody explains', formOf(ask('Is there an EHCP?')), 'Say what “EHCP” stands for'],
  [
    'one that is explained too late',
    formOf(ask('Has the EP written?'), ask('Educational psychologist (EP)?')),
    '“EP”',
  ],
  ['speech therapy in short', formOf(ask('Does your child see SaLT?')), '“SaLT”'],
  [
    'the same wording twice',
    formOf(ask('Name?'), ask('name? ')),
    'Another question of the page has the same',
  ],
  ['a hard word', formOf(ask('When did it commence?')), 'Wording: Instead of “commence” write: start.'],
  [
    'two pages of one title',
    buildForm({ pages: [buildPage([child]), buildPage([ask('Name?')])] }),
    'Another page has the same title.',
  ],
  [
    'a section called like its page',
    buildForm({
      pages: [
        {
          ...buildPage([child]),
          sections: [{ id: newSectionId(), title: { en: 'About the child' }, questions: [ask('Name?')] }],
        },
      ],
    }),
    'The section is called like its page',
  ],
])('%s is asked about before publishing', (_what, form, sentence) => {
  expect(problemsOf(form)).toEqual([])
  const warnings = warningsOf(form)
  expect(warnings).toHaveLength(1)
  expect(warnings[0]?.sentence).toContain(sentence)
})

test('plain texts ask nothing, and a short form is explained once for the whole form', () => {
  expect(
    warningsOf(
      formOf(
        ask('Is there an education, health and care plan (EHCP)?'),
        ask('When was the EHCP written?'),
        ask('Who is your SENCO (the teacher for special needs)?'),
        ask('Do you see your GP?'),
      ),
    ),
  ).toEqual([])
})
