import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../testing/build-form.ts'
import { newId } from '../values/ids.ts'
import { fitParts } from './fit-parts.ts'
import { listLogicProblems } from './logic/logic-problems.ts'
import { insertParts } from './edit-parts.ts'

const here = buildQuestion('yesNo')
const elsewhere = buildQuestion('yesNo')
const page = buildPage([here])
const form = buildForm({ pages: [page] })
const asks = (question: { id: string }) =>
  ({ kind: 'answered', of: { from: 'answer', questionId: question.id } }) as const

test('conditions that ask about what is not there are left off and named; all others stay', () => {
  const companion = buildQuestion('yesNo')
  const choice = buildQuestion('singleChoice', {
    wording: { en: 'Where?' },
    showIf: asks(companion),
    requiredIf: asks(elsewhere),
    rules: [
      { id: newId(), must: asks(here), message: { en: 'Say it.' } },
      { id: newId(), must: asks(elsewhere), message: { en: 'Say that.' } },
    ],
    options: [
      { value: 'home', label: { en: 'Home' }, showIf: asks(elsewhere) },
      { value: 'school', label: { en: 'School' }, showIf: asks(here) },
    ],
  })
  const sum = buildQuestion('calculated', {
    wording: { en: 'How many?' },
    formula: { kind: 'answer', of: { from: 'answer', questionId: elsewhere.id } },
  })
  const whole = buildPage([choice, sum], { title: { en: 'A page' }, showIf: asks(elsewhere) })
  const { parts, leftOff } = fitParts(
    [
      { kind: 'question', question: companion },
      { kind: 'page', page: whole },
    ],
    form,
  )
  expect(leftOff).toEqual([
    { part: 'A page', use: 'shown' },
    { part: 'Where?', use: 'required' },
    { part: 'Where?', use: 'rule' },
    { part: 'Where?', use: 'option' },
    { part: 'How many?', use: 'formula' },
  ])
  const pasted = insertParts(form, parts, { id: here.id, where: 'after' })
  const missing = listLogicProblems(pasted).filter(({ sentence }) => sentence.includes('no longer'))
  expect(missing).toEqual([])
  const [, kept] = parts
  const fitted = kept?.kind === 'page' ? kept.page.questions[0] : undefined
  expect(fitted?.showIf).toEqual(choice.showIf)
  expect(fitted?.rules).toHaveLength(1)
})

test('in the form that they come from nothing is left off', () => {
  const question = buildQuestion('date', { showIf: asks(here) })
  const parts = [{ kind: 'question' as const, question }]
  expect(fitParts(parts, form)).toEqual({ parts, leftOff: [] })
})

test('what only a form of staff takes from the record is left off in a form of the portal', () => {
  const prefill = { from: 'person', fact: 'postcode' } as const
  const question = buildQuestion('shortText', { wording: { en: 'Postcode?' }, prefill })
  const parts = [{ kind: 'question' as const, question }]
  const portal = fitParts(parts, form)
  expect(portal.leftOff).toEqual([{ part: 'Postcode?', use: 'prefill' }])
  expect(portal.parts).toEqual([{ kind: 'question', question: { ...question, prefill: undefined } }])
  expect(fitParts(parts, { ...form, family: 'internal' })).toEqual({ parts, leftOff: [] })
  const details = buildQuestion('childDetails', { prefill: { from: 'child' } })
  const children = [{ kind: 'question' as const, question: details }]
  expect(fitParts(children, { ...form, family: 'internal' }).leftOff).toHaveLength(1)
  expect(fitParts(children, { ...form, pages: [] })).toEqual({ parts: children, leftOff: [] })
})
