import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../testing/build-form.ts'
import { newId } from '../values/ids.ts'
import { bankContentOf } from './bank/bank-question.ts'
import { takeRevision } from './bank/place-question.ts'
import type { Condition } from './conditions/condition.ts'
import { wordCondition } from './conditions/condition-in-words.ts'
import { copyQuestion } from './copy-parts.ts'
import { fitParts } from './fit-parts.ts'
import type { FormDefinition } from './form-definition.ts'
import { listQuestions } from './form-definition.ts'
import { compileForm } from './logic/compile-form.ts'
import { scopeOfWords } from './logic/find-member.ts'
import { listReferredIds } from './logic/list-references.ts'
import { listWithMembers } from './map-questions.ts'
import { mergeDrafts } from './merging/merge-drafts.ts'
import type { Group } from './questions/group.ts'
import type { GroupMember } from './questions/group-member.ts'
import { findInTexts, replaceInTexts } from './replace-texts.ts'
import { compareVersions } from './versions/compare-versions.ts'

const isYes = (questionId: string): Condition => ({
  kind: 'equals',
  of: { from: 'answer', questionId },
  value: 'yes',
})
const child = buildQuestion('childDetails')
const more = buildQuestion('yesNo', { wording: { en: 'Shall we ask more?' } })
const attends = buildQuestion('yesNo', { wording: { en: 'At school?' } })
const school = buildQuestion('shortText', {
  wording: { en: 'Which school?' },
  showIf: isYes(attends.id),
  requiredIf: isYes(more.id),
  rules: [{ id: newId(), must: isYes(attends.id), message: { en: 'Name the school.' } }],
})
const siblings = buildQuestion('group', {
  wording: { en: 'Brothers and sisters' },
  questions: [attends, school],
})
const form = buildForm({ pages: [buildPage([child, more, siblings])] })

function withMembers(questions: GroupMember[]): FormDefinition {
  return buildForm({
    ...form,
    pages: form.pages.map((page) => ({ ...page, questions: [child, more, { ...siblings, questions }] })),
  })
}

function groupOf(definition: FormDefinition): Group {
  const group = listQuestions(definition).find(({ type }) => type === 'group')
  if (group?.type !== 'group') throw new Error('The form has a group')
  return group
}

test('a copy of a group asks the copies of its own questions, and goes on asking the form', () => {
  const copy = copyQuestion(siblings)
  const [first, second] = copy.questions
  expect(first?.id).not.toBe(attends.id)
  expect(second?.showIf && listReferredIds(second.showIf)).toEqual([first?.id])
  expect(second?.requiredIf).toEqual(school.requiredIf)
})

test('pasted into another form a group keeps what its items say of themselves, and what asked the form is named', () => {
  const { parts, leftOff } = fitParts([{ kind: 'question', question: siblings }], buildForm())
  expect(leftOff).toEqual([{ part: 'Which school?', use: 'required' }])
  expect(parts).toMatchObject([
    { question: { questions: [{ id: attends.id }, { showIf: isYes(attends.id), rules: [{}] }] } },
  ])
})

test('a question of a group that leaves for the bank with its group takes along what is about its own item alone', () => {
  const { content, staysBehind } = bankContentOf(siblings)
  expect(staysBehind).toEqual(['requiredIf'])
  expect(content).toMatchObject({ questions: [{}, { showIf: isYes(attends.id) }] })
})

test('what the form decides of a question of a bank group stays when the group takes a newer revision', () => {
  const { content } = bankContentOf(siblings)
  const tie = { questionId: newId(), revision: 1, code: 'SIBLINGS' }
  const placed: Group = { ...siblings, bank: tie }
  const next = { ...content, wording: { en: 'Brothers, sisters and others' } }
  const taken = takeRevision(placed, { number: 2, content: next }, { number: 1, content })
  expect(taken).toMatchObject({
    wording: next.wording,
    questions: [{ id: attends.id }, { id: school.id, showIf: isYes(attends.id), requiredIf: isYes(more.id) }],
  })
})

test('versions differ by the condition of a question in a group, and it is worded as one of the item', () => {
  const { showIf: _, ...always } = school
  const changes = compareVersions(withMembers([attends, always]), form)
  expect(changes).toMatchObject([{ kind: 'condition', property: 'showIf', part: { id: school.id } }])
  expect(wordCondition(isYes(attends.id), scopeOfWords(compileForm(form)))).toBe(
    '‘At school?’ of this ‘Brother or sister’ is ‘Yes’',
  )
})

test('two people change the logic of two questions of a group, and both changes are kept', () => {
  const mine = withMembers([{ ...attends, requiredIf: isYes(more.id) }, school])
  const theirs = withMembers([attends, { ...school, showIf: isYes(more.id) }])
  const { definition, conflicts } = mergeDrafts({ base: form, mine, theirs })
  expect(conflicts).toEqual([])
  const merged = listWithMembers([groupOf(definition)])
  expect(merged.find(({ id }) => id === attends.id)?.requiredIf).toEqual(isYes(more.id))
  expect(merged.find(({ id }) => id === school.id)?.showIf).toEqual(isYes(more.id))
  const other = withMembers([attends, { ...school, showIf: isYes(child.id) }])
  expect(mergeDrafts({ base: form, mine: other, theirs }).conflicts).toMatchObject([
    { kind: 'property', property: 'showIf' },
  ])
})

test('the message of a rule in a group is found and replaced, and its condition is left alone', () => {
  const matches = findInTexts(form, { find: 'Name the school', matchCase: true, wholeWord: false })
  expect(matches.map(({ name }) => name)).toEqual(['Question 2, message of rule 1'])
  const [, changed] = groupOf(replaceInTexts(form, matches, 'Write the name of the school')).questions
  expect(changed?.rules).toMatchObject([
    { must: isYes(attends.id), message: { en: 'Write the name of the school.' } },
  ])
})
