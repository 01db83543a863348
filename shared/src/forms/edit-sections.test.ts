import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../testing/build-form.ts'
import { newSectionId } from '../values/ids.ts'

import {
  changeQuestion,
  changeSection,
  findChangedPlace,
  findQuestionPlace,
  moveQuestion,
} from './edit-definition.ts'
import { findQuestion, findSection, listPageQuestions, listQuestions } from './form-definition.ts'
import type { FormDefinition, Page } from './form-definition.ts'
import type { Question } from './questions/question-types.ts'
import { copyPage, removePart } from '../testing/edit-one.ts'

test('a question moves step by step through the sections of a page and on to the next page, and back', () => {
  const [first, second, third] = [buildQuestion('date'), buildQuestion('yesNo'), buildQuestion('shortText')]
  const section = (questions: Question[]) => ({ id: newSectionId(), title: { en: 'Part' }, questions })
  const page = buildPage([first], { sections: [section([second]), section([])] })
  const form = buildForm({ pages: [page, buildPage([third])] })
  const placesDown = [1, 2, 3, 4, 5, 6].reduce<{ form: FormDefinition; places: unknown[] }>(
    ({ form: before, places }) => {
      const next = moveQuestion(before, first.id, 1)
      return { form: next, places: [...places, findQuestionPlace(next, first.id)] }
    },
    { form, places: [] },
  )
  expect(placesDown.places).toEqual([
    { page: 0, part: 1, index: 0 },
    { page: 0, part: 1, index: 1 },
    { page: 0, part: 2, index: 0 },
    { page: 1, part: 0, index: 0 },
    { page: 1, part: 0, index: 1 },
    { page: 1, part: 0, index: 1 },
  ])
  const back = [1, 2, 3, 4, 5].reduce((before) => moveQuestion(before, first.id, -1), placesDown.form)
  expect(back).toEqual(form)
})

test('a question of a section is changed and removed where it stands, and a copied page shares no id', () => {
  const question = buildQuestion('date')
  const page = buildPage([], {
    sections: [{ id: newSectionId(), title: { en: 'Part' }, questions: [question] }],
  })
  const form = buildForm({ pages: [page] })
  const changed = changeQuestion(form, question.id, (asked) => ({ ...asked, required: false }))
  expect(findQuestion(changed, question.id)?.required).toBe(false)
  expect(listQuestions(removePart(form, question.id))).toEqual([])
  const ids = (pages: Page[]) =>
    pages.flatMap((one) => [
      one.id,
      ...(one.sections ?? []).map(({ id }) => id),
      ...listPageQuestions(one).map(({ id }) => id),
    ])
  const both = ids([page, copyPage(page)])
  expect(new Set(both).size).toBe(6)
})

test('a section is changed in its place under its own id, and an undo shows it', () => {
  const section = { id: newSectionId(), title: { en: 'Part' }, questions: [buildQuestion('date')] }
  const form = buildForm({ pages: [buildPage([buildQuestion('yesNo')], { sections: [section] })] })
  const changed = changeSection(form, section.id, ({ questions }) => ({
    id: newSectionId(),
    title: { en: 'Renamed' },
    questions,
  }))
  expect(findSection(changed, section.id)?.title).toEqual({ en: 'Renamed' })
  expect(findChangedPlace(changed, form)).toBe(section.id)
  expect(changeSection(form, newSectionId(), () => section)).toBe(form)
})
