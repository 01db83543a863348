import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { newItemId } from '../../values/ids.ts'
import { wordCondition } from '../conditions/condition-in-words.ts'
import type { Condition } from '../conditions/condition.ts'
import { listPublishingProblems } from '../publishing-problems.ts'
import type { GroupItem } from '../questions/group.ts'
import { evaluateForm } from './evaluate.ts'
import { isShown, listCountedAnswers } from './form-state.ts'

const child = buildQuestion('childDetails')
const name = buildQuestion('shortText')
const age = buildQuestion('wholeNumber', { wording: { en: 'Age' } })
const school = buildQuestion('yesNo', { wording: { en: 'At school?' } })
const siblings = buildQuestion('group', {
  wording: { en: 'Brothers and sisters' },
  questions: [name, age, school],
  max: 10,
})
const limit = buildQuestion('wholeNumber', { wording: { en: 'From which age?' } })
const of = (id: string) => ({ from: 'answer', questionId: id }) as const

const isOld: Condition = { kind: 'number', of: of(age.id), comparison: 'atLeast', than: of(limit.id) }
const both: Condition = {
  kind: 'all',
  conditions: [isOld, { kind: 'equals', of: of(school.id), value: 'yes' }],
}
const asked = (['anyItem', 'allItems', 'noItem'] as const).map((kind) =>
  buildQuestion('date', { showIf: { kind, group: siblings.id, condition: both } }),
)
const total = buildQuestion('calculated', {
  formula: { kind: 'sumItems', group: siblings.id, term: { kind: 'answer', of: of(age.id) } },
})
const count = buildQuestion('calculated', { formula: { kind: 'countItems', group: siblings.id } })
const form = buildForm({ pages: [buildPage([child, siblings, limit, ...asked, total, count])] })

function item(years: string, atSchool: string): GroupItem {
  return { id: newItemId(), answers: { [name.id]: 'Sam', [age.id]: years, [school.id]: atSchool } }
}

function shownWith(items: GroupItem[], from = '10'): boolean[] {
  const state = evaluateForm(form, { [siblings.id]: items, [limit.id]: from }, { today: '2026-11-23' })
  return asked.map(({ id }) => isShown(state, id))
}

test('a condition asks whether any, all or none of the items fulfil it, with answers from outside of the group too', () => {
  expect(listPublishingProblems(form)).toEqual([])
  const [old, young, home] = [item('12', 'yes'), item('4', 'yes'), item('12', 'no')]
  expect(shownWith([old])).toEqual([true, true, false])
  expect(shownWith([old, young])).toEqual([true, false, false])
  expect(shownWith([young, home])).toEqual([false, false, true])
  expect(shownWith([young], '3')).toEqual([true, true, false])
})

test('of no item nothing can be said of all of them, and what is unknown of one may decide nothing', () => {
  const blank: GroupItem = { id: newItemId(), answers: { [age.id]: ' ' } }
  expect(shownWith([])).toEqual([false, false, true])
  expect(shownWith([blank])).toEqual([false, false, true])
  expect(shownWith([item('', 'yes')])).toEqual([false, false, false])
  expect(shownWith([item('', 'yes'), item('12', 'yes')])).toEqual([true, false, false])
  expect(shownWith([item('12', 'yes')], '')).toEqual([false, false, false])
})

test('numbers are summed over the items, and the items are counted', () => {
  const items = [item('12', 'yes'), item('many', 'no'), item('4', 'no')]
  const state = evaluateForm(form, { [siblings.id]: items }, { today: '2026-11-23' })
  expect(listCountedAnswers(state)).toMatchObject({ [total.id]: '16', [count.id]: '3' })
  const none = evaluateForm(form, {}, { today: '2026-11-23' })
  expect(listCountedAnswers(none)).toMatchObject({ [total.id]: '', [count.id]: '0' })
})

test('a condition on items is worded', () => {
  const { scope } = evaluateForm(form, {}, { today: '2026-11-23' }).form
  expect(wordCondition({ kind: 'anyItem', group: siblings.id, condition: both }, scope)).toBe(
    'in any answer to ‘Brothers and sisters’, ‘Age’ is at least ‘From which age?’ and ‘At school?’ is ‘Yes’',
  )
})

test('a question of an item cannot be asked from outside of its group', () => {
  const outside = buildQuestion('shortText', { showIf: isOld })
  const pages = [buildPage([child, limit, siblings, outside])]
  const found = listPublishingProblems(buildForm({ pages }))
  expect(found.map(({ sentence }) => sentence).join()).toContain('not outside its group')
})
