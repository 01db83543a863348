import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { newId } from '../../values/ids.ts'
import { changePage, changeQuestion, insertQuestion } from '../edit-definition.ts'
import { findQuestion, listQuestions, mostQuestionsOnPage, type FormDefinition } from '../form-definition.ts'
import { Question } from '../questions/question-types.ts'
import type { Decision } from './conflict.ts'
import { putTogether, takeApart } from './form-parts.ts'
import { listChanges } from './list-changes.ts'
import { mergeDrafts } from './merge-drafts.ts'
import { removePart } from '../../testing/edit-one.ts'

const [child, travel, clubs] = [
  buildQuestion('childDetails'),
  buildQuestion('singleChoice', { wording: { en: 'How do you travel?', cy: 'Sut?' } }),
  buildQuestion('wholeNumber', { wording: { en: 'How many clubs?' } }),
]
const [first, second] = [
  buildPage([child, travel], { title: { en: 'You' } }),
  buildPage([clubs], { title: { en: 'Clubs' } }),
]
const base = buildForm({ pages: [first, second] })

function change(form: FormDefinition, { id }: { id: string }, parts: object): FormDefinition {
  return changeQuestion(form, id, (question) => Question.parse({ ...question, ...parts }))
}

/** Decides every conflict in the same way, and what that brings up too. */
function resolve(mine: FormDefinition, theirs: FormDefinition, decision: Decision): FormDefinition {
  const { conflicts } = mergeDrafts({ base, mine, theirs })
  const decisions = Object.fromEntries(conflicts.map(({ id }) => [id, decision]))
  const resolved = mergeDrafts({ base, mine, theirs }, decisions)
  if (resolved.conflicts.length > 0) throw new Error('Something is undecided.')
  return resolved.definition
}

test('English, Welsh, help and options of one question changed by two people are all kept', () => {
  const mine = change(base, travel, { wording: { en: 'How do you go to school?', cy: 'Sut?' } })
  const theirs = change(base, travel, {
    wording: { en: 'How do you travel?', cy: 'Sut ydych chi’n teithio?' },
    help: { en: 'On most days.' },
    options: [...travel.options, { value: 'bus', label: { en: 'By bus' } }],
  })
  const { definition, conflicts } = mergeDrafts({ base, mine, theirs })
  expect(conflicts).toEqual([])
  expect(findQuestion(definition, travel.id)).toMatchObject({
    wording: { en: 'How do you go to school?', cy: 'Sut ydych chi’n teithio?' },
    help: { en: 'On most days.' },
    options: [{ value: 'home' }, { value: 'school' }, { value: 'bus' }],
  })
})

test('the same wording changed in two ways is told with its three texts, and both can be kept', () => {
  const mine = change(base, clubs, { wording: { en: 'Which clubs?' } })
  const theirs = change(base, clubs, { wording: { en: 'How many teams?' } })
  expect(mergeDrafts({ base, mine, theirs }).conflicts).toMatchObject([
    {
      kind: 'property',
      owner: clubs.id,
      trail: ['Clubs', 'Which clubs?'],
      property: 'wording.en',
      base: 'How many clubs?',
      mine: 'Which clubs?',
      theirs: 'How many teams?',
      choices: ['mine', 'theirs', 'both', 'text'],
    },
  ])
  const wordingAfter = (decision: Decision) =>
    findQuestion(resolve(mine, theirs, decision), clubs.id)?.wording.en
  expect(wordingAfter('mine')).toBe('Which clubs?')
  expect(wordingAfter('theirs')).toBe('How many teams?')
  expect(wordingAfter('both')).toBe('Which clubs? How many teams?')
  expect(wordingAfter({ text: 'Which clubs and teams?' })).toBe('Which clubs and teams?')
})

test('where no text is in conflict, keeping both makes two questions, the second under an id of its own', () => {
  const kept = resolve(change(base, clubs, { max: 5 }), change(base, clubs, { max: 50 }), 'both')
  const numbers = listQuestions(kept).filter((question) => question.type === 'wholeNumber')
  expect(numbers.map(({ max }) => max)).toEqual([5, 50])
  expect(numbers[0]?.id).toBe(clubs.id)
  expect(numbers[1]?.id).toMatch(/^q_[a-z2-7]{26}$/)
  expect(numbers[1]?.id).not.toBe(clubs.id)
})

test('a page that one removed and the other changed something in is a conflict that tells what was changed', () => {
  const mine = removePart(base, second.id)
  const theirs = change(base, clubs, { required: false })
  const { definition, conflicts } = mergeDrafts({ base, mine, theirs })
  expect(conflicts).toMatchObject([
    {
      kind: 'removed',
      by: 'mine',
      owner: second.id,
      changes: [{ kind: 'changed', property: 'required', before: true, after: false }],
      choices: ['mine', 'theirs'],
    },
  ])
  // Until somebody decides, nothing is thrown away.
  expect(definition.pages).toHaveLength(2)
  expect(resolve(mine, theirs, 'mine')).toEqual(mine)
  expect(resolve(mine, theirs, 'theirs')).toEqual(theirs)
})

test('a question that was moved out of a page lives on when the other removed the page', () => {
  const moved = (form: FormDefinition) =>
    insertQuestion(removePart(form, clubs.id), first.id, { question: clubs, index: 1 })
  const mine = removePart(moved(base), second.id)
  const theirs = change(base, clubs, { required: false })
  const { definition, conflicts } = mergeDrafts({ base, mine, theirs })
  expect(conflicts).toEqual([])
  expect(definition).toEqual(change(mine, clubs, { required: false }))
})

test('moved to two different pages is a conflict; two orders that contradict one another are one too', () => {
  const third = buildPage([], { title: { en: 'Other' } })
  const start = { ...base, pages: [...base.pages, third] }
  const to = (page: { id: string }) =>
    insertQuestion(removePart(start, travel.id), page.id, { question: travel, index: 0 })
  const places = mergeDrafts({ base: start, mine: to(second), theirs: to(third) })
  expect(places.conflicts).toMatchObject([
    { kind: 'place', base: ['You'], mine: ['Clubs'], theirs: ['Other'] },
  ])

  const inOrder = (...pages: typeof start.pages) => ({ ...start, pages })
  const orders = mergeDrafts({
    base: start,
    mine: inOrder(second, first, third),
    theirs: inOrder(first, third, second),
  })
  expect(orders.conflicts).toMatchObject([{ kind: 'order', owner: 'form', mine: ['Clubs', 'You', 'Other'] }])
})

test('a help text that one removed and the other translated is one conflict, never half a text', () => {
  const start = change(base, clubs, { help: { en: 'Count all.' } })
  const mine = change(start, clubs, { help: undefined })
  const theirs = change(start, clubs, { help: { en: 'Count all.', cy: 'Cyfrwch bob un.' } })
  const { conflicts } = mergeDrafts({ base: start, mine, theirs })
  expect(conflicts).toMatchObject([{ kind: 'property', property: 'help', mine: undefined }])
})

test('what put together is no form any more is decided as one', () => {
  const many = (form: FormDefinition, count: number) =>
    changePage(form, second.id, (page) => ({
      ...page,
      questions: [...page.questions, ...Array.from({ length: count }, () => buildQuestion('yesNo'))],
    }))
  const mine = many(base, mostQuestionsOnPage - 1)
  const theirs = many(base, 1)
  const { definition, conflicts } = mergeDrafts({ base, mine, theirs })
  expect(definition).toEqual(mine)
  expect(conflicts).toMatchObject([{ kind: 'form', choices: ['mine', 'theirs'] }])
  expect(resolve(mine, theirs, 'theirs')).toEqual(theirs)
})

test('a decision about values that were changed since decides nothing', () => {
  const mine = change(base, clubs, { max: 5 })
  const [conflict] = mergeDrafts({ base, mine, theirs: change(base, clubs, { max: 50 }) }).conflicts
  const decisions = { [conflict?.id ?? '']: 'theirs' as const }
  const versions = { base, mine, theirs: change(base, clubs, { max: 60 }) }
  expect(mergeDrafts(versions, decisions).conflicts).toHaveLength(1)
  // A choice that is not offered decides nothing either.
  const { conflicts } = mergeDrafts(versions, { [conflict?.id ?? '']: { text: 'ten' } })
  expect(conflicts).toHaveLength(1)
})

test('readers that two people added are both there', () => {
  const reader = () => ({
    effect: 'allow' as const,
    subject: { kind: 'group' as const, id: newId() },
    rights: ['read' as const],
  })
  const withReader = () => ({ ...base, accessList: { entries: [...base.accessList.entries, reader()] } })
  const merged = mergeDrafts({ base, mine: withReader(), theirs: withReader() })
  expect(merged.conflicts).toEqual([])
  expect(merged.definition.accessList.entries).toHaveLength(3)
})

test('a form is taken apart and put together again without loss, at any depth and with ids that stand twice', () => {
  const inner = { id: 'inner', questions: [{ id: 'deep', wording: { en: 'Deep?' } }] }
  const strange = {
    pages: [
      { id: 'a', questions: [inner, inner] },
      { id: 'a', questions: [] },
    ],
    accessList: { entries: [] },
  }
  const [parts] = takeApart([strange])
  expect(putTogether(parts ?? new Map())).toEqual(strange)
  const [alone] = takeApart([{ pages: [{ id: 'a', questions: [inner] }] }])
  expect([...(alone?.keys() ?? [])]).toEqual(['deep', 'inner', 'a', 'form'])
})

test('what a colleague changed is told part by part', () => {
  const later = removePart(change(base, clubs, { help: { en: 'Count all.' } }), travel.id)
  expect(listChanges(base, later)).toMatchObject([
    { kind: 'changed', trail: ['Clubs', 'How many clubs?'], property: 'help' },
    { kind: 'removed', trail: ['You', 'How do you travel?'] },
  ])
})
