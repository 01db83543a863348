import { expect, test } from 'vitest'
import { listQuestions } from '../forms/form-definition.ts'
import { evaluateForm } from '../forms/logic/evaluate.ts'
import { validateAskedForm } from '../forms/logic/validate-asked.ts'
import { buildForm, buildPage, buildQuestion } from '../testing/build-form.ts'
import { newSectionId } from '../values/ids.ts'
import {
  answerDeclarations,
  asksForSignature,
  forEntering,
  scanQuestionId,
  withPaperPage,
} from './paper-page.ts'

const declaration = buildQuestion('declaration')
const inSection = buildQuestion('declaration')
const afterSigning = buildQuestion('shortText', {
  showIf: { kind: 'answered', of: { from: 'answer', questionId: declaration.id } },
})
const page = buildPage([declaration, afterSigning])
const form = buildForm({
  pages: [{ ...page, sections: [{ id: newSectionId(), title: { en: 'More' }, questions: [inSection] }] }],
})
const signature = { by: 'Maria Jones', on: '2026-02-18' }

test('whoever enters a form for somebody reads its declarations, in sections too, and is asked for no signature', () => {
  const entered = forEntering(form)
  expect(listQuestions(entered).map(({ type }) => type)).toEqual([
    'guidance',
    'shortText',
    'guidance',
    'file',
  ])
  expect(asksForSignature(form)).toBe(true)
  expect(asksForSignature(entered)).toBe(false)
  // Nor for what depends on one: as long as nobody signed, it is hidden.
  expect(validateAskedForm(evaluateForm(entered, {}, { today: '2026-03-03' }), 'en')).toEqual([])
})

test('a form is read with its own declarations and a last page for the scans', () => {
  const read = listQuestions(withPaperPage(form))
  expect(read.at(-1)?.id).toBe(scanQuestionId)
  expect(read.filter(({ type }) => type === 'declaration')).toHaveLength(2)
})

test('one signature is the answer to the declarations that were asked, with how it was given', () => {
  const asked = new Set([inSection.id, afterSigning.id])
  expect(answerDeclarations(form, asked, { signature, channel: 'telephone' })).toEqual({
    [inSection.id]: { agreed: 'yes', name: 'Maria Jones', signedOn: '2026-02-18', taken: 'telephone' },
  })
})
