import { changeQuestion } from '@send/shared/forms/edit-definition'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import { compareVersions } from '@send/shared/forms/versions/compare-versions'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { expect, test } from 'vitest'

import { sidesOf } from './change-sides.ts'

const plan = buildQuestion('yesNo', { wording: { en: 'Is there a plan?' } })
const since = buildQuestion('shortText', { wording: { en: 'Since when?' } })
const form = buildForm({ pages: [buildPage([plan, since])] })

function rows(before: FormDefinition, after: FormDefinition): string[] {
  const scopes = { before: compileForm(before).scope, after: compileForm(after).scope }
  return compareVersions(before, after).map((change) => {
    const sides = sidesOf(change, scopes)
    return [sides.word, sides.what, sides.before, sides.after].join(' | ')
  })
}

test('a condition is told in words on the side that has it', () => {
  const showIf = { kind: 'equals', of: { from: 'answer', questionId: plan.id }, value: 'yes' } as const
  const after = changeQuestion(form, since.id, (question) => ({ ...question, showIf }))
  expect(rows(form, after)).toEqual([
    'Logic changed |  | Always shown | Shown under a condition: ‘Is there a plan?’ is ‘Yes’',
  ])
})

test('whether an answer may be formatted is said on both sides', () => {
  const plain = buildQuestion('longText')
  const formatted = { ...plain, formatting: true } as const
  const before = buildForm({ pages: [buildPage([plain])] })
  const after = changeQuestion(before, plain.id, () => formatted)
  expect(rows(before, after)).toEqual([
    'Limit changed | whether the answer may be formatted | may not be formatted | may be formatted',
  ])
})

test('both sides are said of a limit, an obligation and a place', () => {
  const shorter = { ...since, maxLength: 9, required: false }
  const after = { ...form, pages: [{ ...form.pages[0]!, questions: [shorter] }] }
  expect(rows(form, after)).toEqual([
    'No longer required |  | An answer is required | An answer is optional',
    'Limit changed | the most characters | 100 | 9',
    'Removed |  | On page “About the child” as number 1 | —',
  ])
})
