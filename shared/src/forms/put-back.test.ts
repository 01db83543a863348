import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../testing/build-form.ts'
import { newSectionId } from '../values/ids.ts'
import { removeParts } from './edit-parts.ts'
import { findPage, listQuestions } from './form-definition.ts'
import { listRowIds } from './outline-parts.ts'
import { putBack, rememberParts } from './put-back.ts'

const [a, b, c] = [buildQuestion('date'), buildQuestion('date'), buildQuestion('date')]
const section = { id: newSectionId(), title: { en: 'S' }, questions: [c] }
const [one, two] = [buildPage([a, b], { sections: [section] }), buildPage([])]
const form = buildForm({ pages: [one, two] })

test.each([
  ['a question', [b]],
  ['the first page', [one]],
  ['a section', [section]],
  ['the last page', [two]],
  ['several', [a, b, section, two]],
])('%s goes back to where it was', (_, parts) => {
  const ids = new Set(parts.map(({ id }) => id))
  expect(putBack(removeParts(form, ids), rememberParts(form, ids))).toEqual(form)
})

test('what has lost its neighbour goes to the end of the form rather than nowhere', () => {
  const removed = rememberParts(form, new Set([b.id]))
  const left = removeParts(form, new Set([one.id]))
  expect(findPage(putBack(left, removed), two.id)?.questions).toEqual([b])
  expect(listQuestions(putBack(left, []))).toEqual([])
})

test('the rows are listed as they stand in the outline', () => {
  expect(listRowIds(form)).toEqual(['form', one.id, a.id, b.id, section.id, c.id, two.id])
})
