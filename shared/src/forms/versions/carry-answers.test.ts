import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { newItemId, newPageId } from '../../values/ids.ts'
import type { FormDefinition } from '../form-definition.ts'
import { listQuestions } from '../form-definition.ts'
import type { Question } from '../questions/question-types.ts'
import { carryAnswers, listPagesToReview } from './carry-answers.ts'
import { addImpacts, countMove, prepareMoves, type VersionImpact } from './publish-impact.ts'

const today = '2026-03-02'
const school = buildQuestion('shortText', { wording: { en: 'Which school?' } })
const where = buildQuestion('singleChoice', { wording: { en: 'Where?' } })
const hopes = buildQuestion('longText', { wording: { en: 'What do you hope for?' } })
const born = buildQuestion('date', { wording: { en: 'Since when?' } })
const files = buildQuestion('file', { wording: { en: 'Reports' } })
const questions: Question[] = [school, where, hopes, born, files]
const form = buildForm({ pages: questions.map((question) => buildPage([question])) })
const answers = {
  [school.id]: 'Elm Primary School',
  [where.id]: 'home',
  [hopes.id]: 'A quiet room.',
  [born.id]: { day: '1', month: '9', year: '2024' },
}
const inProgress = { answers, fileIds: { [files.id]: ['file'] } }

/** What may become of a question in the next version. */
const fates: ((question: Question) => Question[])[] = [
  (question) => [question],
  () => [],
  (question) => [{ ...question, required: !question.required }],
  ({ id }) => [buildQuestion('yesNo', { id })],
  ({ id }) => [buildQuestion('longText', { id, maxLength: 5 })],
  (question) => [question, buildQuestion('date')],
]

function nextVersion(chosen: readonly number[]): FormDefinition {
  const pages = form.pages.map((page, index) => ({
    ...page,
    questions: page.questions.flatMap(fates[chosen[index] ?? 0] ?? ((question) => [question])),
  }))
  return { ...form, pages }
}

const anyFates = fc.array(fc.nat({ max: fates.length - 1 }), {
  minLength: questions.length,
  maxLength: questions.length,
})

test('every answer is kept or set aside, whole and once, whatever was edited', () => {
  fc.assert(
    fc.property(anyFates, (chosen) => {
      const after = nextVersion(chosen)
      const { kept, aside } = carryAnswers(form, after, answers)
      expect({ ...kept, ...aside }).toEqual(answers)
      expect(Object.keys(kept).filter((id) => id in aside)).toEqual([])
      const still = listQuestions(after).map(({ id }) => id)
      for (const id of Object.keys(kept)) expect(still).toContain(id)
    }),
  )
})

test('a version without changes harms nothing and asks nobody to look', () => {
  const move = prepareMoves(form, form, today)(inProgress)
  expect(move).toMatchObject({ lost: [], noLongerValid: [], kept: answers })
  expect(listPagesToReview(form, form, new Set())).toEqual([])
})

test('the pages to look at are those with a question that is new or changed, or whose answer will not do', () => {
  const added = { id: newPageId(), title: { en: 'New' }, questions: [buildQuestion('yesNo')] }
  const pages = form.pages.map((page, index) =>
    index === 0 ? { ...page, questions: [{ ...school, wording: { en: 'Which nursery?' } }] } : page,
  )
  const after = { ...form, pages: [...pages.slice(0, 4), added] }
  const names = listPagesToReview(form, after, new Set([born.id])).map(({ id }) => id)
  expect(names).toEqual([pages[0]!.id, pages[3]!.id, added.id])
})

test('what merely is missing, or was wrong before, counts as no harm', () => {
  const wrong = { answers: { [born.id]: { day: '31', month: '2', year: '2024' } }, fileIds: {} }
  const after = { ...form, pages: [...form.pages, buildPage([buildQuestion('shortText')])] }
  expect(prepareMoves(form, after, today)(wrong)).toMatchObject({ lost: [], noLongerValid: [] })
})

test('counts in portions add up to the count at once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { maxLength: 12 }),
      fc.nat({ max: 12 }),
      anyFates,
      (full, cut, chosen) => {
        const after = nextVersion(chosen)
        const planMove = prepareMoves(form, after, today)
        const count = (some: readonly boolean[]): VersionImpact[] => {
          if (some.length === 0) return []
          const none: VersionImpact = { version: 1, inProgress: 0, unharmed: 0, questions: [] }
          const moves = some.map((has) => planMove(has ? inProgress : { answers: {}, fileIds: {} }))
          return [moves.reduce((impact, move) => countMove(impact, move, form), none)]
        }
        const sorted = (impacts: VersionImpact[]) =>
          impacts.map((impact) => ({
            ...impact,
            questions: impact.questions.toSorted((a, b) => a.questionId.localeCompare(b.questionId)),
          }))
        const parts = addImpacts(count(full.slice(0, cut)), count(full.slice(cut)))
        expect(sorted(parts)).toEqual(sorted(count(full)))
      },
    ),
  )
})

test('of a group the answers to questions that stay are kept, and the whole answer is kept aside', () => {
  const [name, age] = [buildQuestion('shortText'), buildQuestion('wholeNumber')]
  const group = buildQuestion('group', { questions: [name, age] })
  const item = (answered: Record<string, string>) => ({ id: newItemId(), answers: answered })
  const typed = [item({ [name.id]: 'Cai', [age.id]: '9' }), item({ [name.id]: 'Nia', [age.id]: '' })]
  const versionWith = (questions: typeof group.questions) =>
    buildForm({ pages: [buildPage([{ ...group, questions }])] })
  const [first, second] = [versionWith([name, age]), versionWith([age, { ...name, required: false }])]
  expect(carryAnswers(first, second, { [group.id]: typed })).toEqual({
    kept: { [group.id]: typed },
    aside: {},
  })
  const without = carryAnswers(first, versionWith([name]), { [group.id]: typed })
  expect(without.kept[group.id]).toEqual(
    typed.map(({ id, answers: all }) => ({ id, answers: { [name.id]: all[name.id] } })),
  )
  expect(without.aside).toEqual({ [group.id]: typed })
  const more = {
    ...first,
    pages: [
      { ...first.pages[0]!, questions: [{ ...group, questions: [name, age, buildQuestion('yesNo')] }] },
    ],
  }
  expect(listPagesToReview(first, more, new Set())).toEqual(more.pages)
})

test('an answer that would be hidden counts as lost, and keeps its place', () => {
  const showIf = { kind: 'equals', of: { from: 'answer', questionId: where.id }, value: 'school' } as const
  const pages = form.pages.map((page, index) =>
    index === 0 ? { ...page, questions: [{ ...school, showIf }] } : page,
  )
  const move = prepareMoves(form, { ...form, pages }, today)(inProgress)
  expect(move).toMatchObject({ lost: [school.id], noLongerValid: [], kept: answers, aside: {} })
})

test('what a group loses is counted question by question, an answer for each item, and named with the group', () => {
  const name = buildQuestion('shortText', { wording: { en: 'Name' } })
  const school = buildQuestion('shortText', { wording: { en: 'School' }, required: false })
  const age = buildQuestion('wholeNumber', { wording: { en: 'Age' }, required: false, max: 30 })
  const group = buildQuestion('group', {
    wording: { en: 'Brothers and sisters' },
    questions: [name, school, age],
  })
  const versionWith = (questions: typeof group.questions) =>
    buildForm({ pages: [buildPage([{ ...group, questions }])] })
  const before = versionWith([name, school, age])
  const itemOf = (answers: Record<string, string>) => ({ id: newItemId(), answers })
  const content = {
    answers: {
      [group.id]: [
        itemOf({ [name.id]: 'Efa', [school.id]: 'Elm', [age.id]: '12' }),
        itemOf({ [name.id]: 'Cai', [school.id]: 'Oak', [age.id]: '25' }),
        itemOf({ [name.id]: 'Nia', [school.id]: '', [age.id]: '9' }),
      ],
    },
    fileIds: {},
  }
  const moveTo = (after: typeof before) => prepareMoves(before, after, today)(content)
  const impactOf = (after: typeof before) => {
    const nothing = { version: 1, inProgress: 0, unharmed: 0, questions: [] }
    return countMove(nothing, moveTo(after), before)
  }
  const words = (wording: string) => `Brothers and sisters: ${wording}`

  expect(impactOf(versionWith([name, age]))).toEqual({
    version: 1,
    inProgress: 1,
    unharmed: 0,
    questions: [{ questionId: school.id, wording: words('School'), lost: 2, noLongerValid: 0 }],
  })
  const older = versionWith([name, school, { ...age, max: 11 }])
  expect(impactOf(older).questions).toEqual([
    { questionId: age.id, wording: words('Age'), lost: 0, noLongerValid: 2 },
  ])
  expect(listPagesToReview(before, older, new Set(moveTo(older).noLongerValid))).toEqual(older.pages)
  const hiding = { kind: 'equals', of: { from: 'answer', questionId: name.id }, value: 'Efa' } as const
  expect(impactOf(versionWith([name, { ...school, showIf: hiding }, age])).questions).toEqual([
    { questionId: school.id, wording: words('School'), lost: 1, noLongerValid: 0 },
  ])
  expect(impactOf(versionWith([name, school, age]))).toMatchObject({ unharmed: 1, questions: [] })
  const fewer = buildForm({ pages: [buildPage([{ ...group, max: 2 }])] })
  expect(impactOf(fewer).questions).toEqual([
    { questionId: group.id, wording: 'Brothers and sisters', lost: 0, noLongerValid: 1 },
  ])
  const none = buildForm({ pages: [buildPage([buildQuestion('childDetails')])] })
  expect(impactOf(none).questions).toEqual([
    { questionId: name.id, wording: words('Name'), lost: 3, noLongerValid: 0 },
    { questionId: school.id, wording: words('School'), lost: 2, noLongerValid: 0 },
    { questionId: age.id, wording: words('Age'), lost: 3, noLongerValid: 0 },
  ])
})
