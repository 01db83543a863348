import { listRowIds } from '@send/shared/forms/outline-parts'
import { listPublishingProblems } from '@send/shared/forms/publishing-problems'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { expect, test } from 'vitest'

import { listOutline, selectedAfter } from './outline-items.ts'
import { removePart } from '@send/shared/testing/edit-one'

const child = buildQuestion('childDetails', { wording: { en: 'Who is it about?' } })
const empty = buildQuestion('yesNo', { wording: { en: ' ' } })
const last = buildQuestion('date', { wording: { en: 'Since when?' } })
const pages = [buildPage([child, empty], { title: { en: 'Your child' } }), buildPage([last])]
const form = buildForm({ pages, accessList: { entries: [] } })

test('the outline numbers pages and questions and counts the problems of each', () => {
  const outline = listOutline(form, listPublishingProblems(form))
  expect(outline.map(({ level, label, problems }) => `${level} ${label} ${problems}`)).toEqual([
    '1 Form settings 1',
    '2 1 Your child 0',
    '3 1.1 Who is it about? 0',
    '3 1.2 (no wording yet) 1',
    '2 2 About the child 0',
    '3 2.1 Since when? 0',
  ])
})

test('what is removed gives its selection to the item that takes its place', () => {
  const before = listRowIds(form)
  const after = (changed: typeof form, selected: string) =>
    selectedAfter(before, listRowIds(changed), selected)
  expect(after(removePart(form, child.id), child.id)).toBe(empty.id)
  expect(after(removePart(form, last.id), last.id)).toBe(pages[1]!.id)
  expect(after(removePart(form, pages[0]!.id), pages[0]!.id)).toBe(pages[1]!.id)
  expect(after(removePart(form, child.id), last.id)).toBe(last.id)
})
