import { expect, test } from 'vitest'
import { buildPage, buildQuestion } from '../testing/build-form.ts'
import { copyDefinition, copyQuestion } from './copy-parts.ts'
import { FormDefinition, listQuestions } from './form-definition.ts'
import { formLibrary } from './library/form-library.ts'
import { listWithMembers } from './map-questions.ts'
import type { Question } from './questions/question-types.ts'
import { copyPage } from '../testing/edit-one.ts'

const accessList = { entries: [] }

function idsOf({ pages }: FormDefinition): string[] {
  const parts = pages.flatMap(({ id, sections = [] }) => [id, ...sections.map((section) => section.id)])
  return [...parts, ...pages.flatMap(questionsOf).map(({ id }) => id)]
}

function questionsOf(page: FormDefinition['pages'][number]): Question[] {
  return listWithMembers([...page.questions, ...(page.sections ?? []).flatMap(({ questions }) => questions)])
}

test('a copy says the same under its own code, and shares no id with the form it was made from', () => {
  for (const form of formLibrary) {
    const definition = { ...form, accessList }
    const copy = FormDefinition.parse(copyDefinition(definition, 'MY-COPY'))
    expect(copy.code).toBe('MY-COPY')
    expect(new Set([...idsOf(definition), ...idsOf(copy)]).size).toBe(2 * idsOf(definition).length)
    const wordings = (of: FormDefinition) => listQuestions(of).map(({ wording }) => wording)
    expect(wordings(copy)).toEqual(wordings(definition))
  }
})

test('conditions, rules and formulas of a copy look at its own questions, pre-filling at the other form', () => {
  const id = (letter: string) => `q_${letter.repeat(26)}`
  const of = { from: 'answer' as const, questionId: id('a') }
  const rule = { id: '01890000-0000-7000-8000-000000000001', message: { en: 'No.' } }
  const common = { wording: { en: 'A' }, required: false }
  const definition: FormDefinition = {
    code: 'ONE',
    title: { en: 'One' },
    audience: 'parents',
    purpose: 'information',
    accessList,
    pages: [
      {
        id: `p_${'a'.repeat(26)}`,
        title: { en: 'P' },
        questions: [
          {
            ...common,
            id: id('a'),
            type: 'wholeNumber',
            rules: [{ ...rule, must: { kind: 'answered', of } }],
          },
          { ...common, id: id('b'), type: 'yesNo', showIf: { kind: 'answered', of } },
          {
            ...common,
            id: id('c'),
            type: 'calculated',
            decimals: 0,
            formula: { kind: 'add', terms: [{ kind: 'answer', of }] },
          },
          {
            ...common,
            id: id('d'),
            type: 'yesNo',
            // Its own answer in the version of this form that stood under another code.
            prefill: { from: 'form', code: 'OTHER', questionId: id('d') },
          },
        ],
      },
    ],
  }
  const [first, shown, calculated, prefilled] = listQuestions(copyDefinition(definition, 'TWO'))
  const ofCopy = { from: 'answer', questionId: first?.id }
  expect(first?.rules).toEqual([
    { id: expect.not.stringMatching(rule.id), message: rule.message, must: { kind: 'answered', of: ofCopy } },
  ])
  expect(shown?.showIf).toEqual({ kind: 'answered', of: ofCopy })
  expect(calculated).toMatchObject({ formula: { terms: [{ kind: 'answer', of: ofCopy }] } })
  expect(prefilled?.prefill).toEqual({ from: 'form', code: 'OTHER', questionId: id('d') })
})

test('a copied page asks about its own questions, and of those that were not copied about the same as before', () => {
  const elsewhere = { from: 'answer', questionId: `q_${'e'.repeat(26)}` } as const
  const asked = buildQuestion('yesNo')
  const of = { from: 'answer', questionId: asked.id } as const
  const shown = buildQuestion('shortText', { showIf: { kind: 'answered', of } })
  const other = buildQuestion('shortText', { showIf: { kind: 'answered', of: elsewhere } })
  const [first, second, third] = copyPage(buildPage([asked, shown, other])).questions
  expect(first?.id).not.toBe(asked.id)
  expect(second?.showIf).toEqual({ kind: 'answered', of: { from: 'answer', questionId: first?.id } })
  expect(third?.showIf).toEqual({ kind: 'answered', of: elsewhere })
})

test('the rule of a copied question looks at the copy’s answer', () => {
  const question = buildQuestion('shortText')
  const must = { kind: 'answered', of: { from: 'answer', questionId: question.id } } as const
  const rule = { id: '01890000-0000-7000-8000-000000000002', must, message: { en: 'Say something.' } }
  const copy = copyQuestion({ ...question, rules: [rule] })
  expect(copy.rules?.[0]?.must).toEqual({ kind: 'answered', of: { from: 'answer', questionId: copy.id } })
})
