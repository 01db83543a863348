import { listRowIds } from '@send/shared/forms/outline-parts'
import { listPublishingProblems } from '@send/shared/forms/publishing-problems'
import type { Question } from '@send/shared/forms/questions/question-types'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { newSectionId } from '@send/shared/values/ids'
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

test('sections are lettered within their page, and the questions in them are counted through it', () => {
  const section = (en: string, question: Question) => ({
    id: newSectionId(),
    title: { en },
    questions: [question],
  })
  const other = buildQuestion('yesNo', { wording: { en: 'At school?' } })
  const page = buildPage([other], {
    title: { en: 'The day' },
    sections: [section('Morning', child), section(' ', last)],
  })
  expect(listOutline(buildForm({ pages: [pages[0]!, page] }), []).map(({ label }) => label)).toEqual([
    'Form settings',
    '1 Your child',
    '1.1 Who is it about?',
    '1.2 (no wording yet)',
    '2 The day',
    '2.1 At school?',
    'Section 2a: Morning',
    '2.2 Who is it about?',
    'Section 2b: (no title yet)',
    '2.3 Since when?',
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
