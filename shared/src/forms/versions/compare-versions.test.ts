import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { newId, newSectionId } from '../../values/ids.ts'
import { copyQuestion } from '../copy-parts.ts'
import {
  changePage,
  changeQuestion,
  insertPage,
  insertQuestion,
  movePage,
  moveQuestion,
} from '../edit-definition.ts'
import type { FormDefinition } from '../form-definition.ts'
import { listQuestions } from '../form-definition.ts'
import { questionTypes } from '../questions/question-types.ts'
import { changeInWords, changesInOneLine } from './change-in-words.ts'
import { compareVersions } from './compare-versions.ts'
import { isSameValue } from './same-value.ts'
import type { VersionChange } from './version-change.ts'
import { copyPage, removePart } from '../../testing/edit-one.ts'

const school = buildQuestion('shortText', { wording: { en: 'Which school?' }, required: false })
const where = buildQuestion('singleChoice', { wording: { en: 'Where?' } })
const child = buildQuestion('childDetails', { wording: { en: 'Who?' } })
const hopes = buildQuestion('longText', { wording: { en: 'What do you hope for?' } })
const sectionId = newSectionId()
const first = buildPage([child, school, where], { title: { en: 'Child' } })
const second = buildPage([], {
  title: { en: 'Hopes' },
  sections: [{ id: sectionId, title: { en: 'Soon' }, questions: [hopes] }],
})
const form = buildForm({ pages: [first, second] })

function words(after: FormDefinition): string[] {
  return compareVersions(form, after).map(changeInWords)
}

test('each kind of difference is said in one sentence', () => {
  const edit = (id: string, change: Parameters<typeof changeQuestion>[2]) => changeQuestion(form, id, change)
  expect(words(form)).toEqual([])
  expect(words({ ...form, title: { ...form.title, cy: 'Ffurflen' } })).toEqual([
    'The title (Welsh) of the form was added: “Ffurflen”.',
  ])
  expect(words(edit(school.id, (one) => ({ ...one, wording: { en: 'Which nursery?' } })))).toEqual([
    'The wording of question “Which nursery?” changed from “Which school?” to “Which nursery?”.',
  ])
  expect(words(edit(school.id, (one) => ({ ...one, required: true })))).toEqual([
    'Question “Which school?” is now required.',
  ])
  expect(words(edit(where.id, (one) => ({ ...one, required: false })))).toEqual([
    'Question “Where?” is no longer required.',
  ])
  expect(words(edit(school.id, (one) => ({ ...one, maxLength: 50 }) as typeof school))).toEqual([
    'Question “Which school?”: the most characters changed from 100 to 50.',
  ])
  expect(
    words(edit(school.id, () => buildQuestion('yesNo', { wording: school.wording, required: false }))),
  ).toEqual(['Question “Which school?” has another type: short text became yes no.'])
  const showIf = { kind: 'answered', of: { from: 'answer', questionId: where.id } } as const
  expect(words(edit(school.id, (one) => ({ ...one, showIf })))).toEqual([
    'Question “Which school?”: it is shown only under a condition now.',
  ])
  const formatted = { ...hopes, formatting: true } as const
  expect(words(edit(hopes.id, () => formatted))).toEqual([
    'Question “What do you hope for?” may be formatted now.',
  ])
  const allowed = changeQuestion(form, hopes.id, () => formatted)
  expect(compareVersions(allowed, form).map(changeInWords)).toEqual([
    'Question “What do you hope for?” may not be formatted now.',
  ])
  expect(words(removePart(form, school.id))).toEqual([
    'Question “Which school?” was removed; it stood on page “Child” as number 2.',
  ])
  expect(words(movePage(form, second.id, -1))).toEqual([
    expect.stringMatching(
      /^Page “(Child|Hopes)” was moved: it stood as number \d of the form, it stands as number \d/,
    ),
  ])
  expect(words(moveQuestion(form, where.id, 1))).toEqual([
    'Question “Where?” was moved: it stood on page “Child” as number 3, it stands on page “Hopes” as number 1.',
  ])
  expect(words(moveQuestion(moveQuestion(form, where.id, 1), where.id, 1))).toEqual([
    'Question “Where?” was moved: it stood on page “Child” as number 3, it stands in section “Soon” as number 1.',
  ])
  expect(words({ ...form, audience: 'professionals', informationDueDays: 20 })).toEqual([
    'The form: who fills it in changed from parents to professionals.',
    'The form: the days within which information is due was set to 20.',
  ])
  expect(words({ ...form, flow: 'taskList' })).toEqual([
    'The form: how its pages are filled in was set to a list of tasks.',
  ])
  const entry = { effect: 'deny', subject: { kind: 'user', id: newId() }, rights: ['read'] } as const
  const entries = [...form.accessList.entries, { ...entry, rights: [...entry.rights] }]
  expect(words({ ...form, accessList: { entries } })).toEqual([
    'Who may do what with it on a chronology changed: 1 rule added, 0 removed.',
  ])
})

test('options are named one by one: removed, added, worded anew, moved', () => {
  const [home, atSchool] = where.options
  const away = { value: 'away', label: { en: 'Away' } }
  const options = [{ ...atSchool!, label: { en: 'In school', cy: 'Yn yr ysgol' } }, away]
  expect(words(changeQuestion(form, where.id, () => ({ ...where, options })))).toEqual([
    'The wording of option “In school” of “Where?” changed from “At school” to “In school”.',
    'Option “Away” of “Where?” was added in “Where?” as number 2.',
    'Option “At home” of “Where?” was removed; it stood in “Where?” as number 1.',
  ])
  expect(words(changeQuestion(form, where.id, () => ({ ...where, options: [atSchool!, home!] })))).toEqual([
    expect.stringMatching(/^Option “At (home|school)” of “Where\?” was moved/),
  ])
})

test('many changes are told in one line', () => {
  const after = changeQuestion(removePart(form, hopes.id), school.id, (one) => ({
    ...one,
    required: true,
  }))
  expect(changesInOneLine(compareVersions(form, after))).toBe('1 question now required, 1 question removed')
  expect(changesInOneLine([])).toBe('')
})

/** One edit of the builder, chosen by numbers, and the changes of which kind it makes where it does anything. */
const edits: {
  kind: VersionChange['kind']
  edit: (form: FormDefinition, a: number, b: number) => FormDefinition
}[] = [
  { kind: 'added', edit: (from, a) => insertPage(from, buildPage([buildQuestion('date')]), a) },
  { kind: 'added', edit: (from, a) => insertPage(from, copyPage(pageOf(from, a)), a) },
  {
    kind: 'added',
    edit: (from, a, b) => {
      const type = questionTypes[b % questionTypes.length] ?? 'date'
      return insertQuestion(from, pageOf(from, a).id, { question: buildQuestion(type), index: b })
    },
  },
  {
    kind: 'added',
    edit: (from, a, b) =>
      insertQuestion(from, pageOf(from, a).id, { question: copyQuestion(questionOf(from, b)), index: 0 }),
  },
  {
    kind: 'removed',
    edit: (from, a) => (from.pages.length > 1 ? removePart(from, pageOf(from, a).id) : from),
  },
  {
    kind: 'removed',
    edit: (from, a) => (listQuestions(from).length > 1 ? removePart(from, questionOf(from, a).id) : from),
  },
  { kind: 'moved', edit: (from, a, b) => movePage(from, pageOf(from, a).id, b % 2 ? 1 : -1) },
  { kind: 'moved', edit: (from, a, b) => moveQuestion(from, questionOf(from, a).id, b % 2 ? 1 : -1) },
  {
    kind: 'text',
    edit: (from, a, b) =>
      changePage(from, pageOf(from, a).id, (page) => ({ ...page, guidance: { en: `${b}` } })),
  },
  {
    kind: 'text',
    edit: (from, a, b) =>
      changeQuestion(from, questionOf(from, a).id, (one) => ({ ...one, help: { en: 'Help', cy: `${b}` } })),
  },
  {
    kind: 'required',
    edit: (from, a) =>
      changeQuestion(from, questionOf(from, a).id, (one) => ({ ...one, required: !one.required })),
  },
]

function pageOf(from: FormDefinition, number: number) {
  return from.pages[number % from.pages.length]!
}
function questionOf(from: FormDefinition, number: number) {
  const questions = listQuestions(from)
  return questions[number % questions.length]!
}

const numbers = fc.record({
  edit: fc.nat({ max: edits.length - 1 }),
  a: fc.nat({ max: 50 }),
  b: fc.nat({ max: 50 }),
})

function apply(from: FormDefinition, { edit, a, b }: { edit: number; a: number; b: number }): FormDefinition {
  return listQuestions(from).length === 0 ? from : edits[edit]!.edit(from, a, b)
}

function applyAll(steps: { edit: number; a: number; b: number }[]): FormDefinition {
  return steps.reduce(apply, form)
}

test('every edit of the builder is named, whatever was edited before', () => {
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 8 }), numbers, (steps, step) => {
      const before = applyAll(steps)
      const { kind } = edits[step.edit]!
      const after = apply(before, step)
      const kinds = compareVersions(before, after).map((change) => change.kind)
      if (isSameValue(before, after)) expect(kinds).toEqual([])
      else expect(kinds).toContain(kind)
    }),
  )
})

test('nothing is said of two equal forms, and something of any two others; each sentence ends', () => {
  const steps = fc.array(numbers, { maxLength: 12 })
  fc.assert(
    fc.property(steps, steps, (one, other) => {
      const [before, after] = [applyAll(one), applyAll(other)]
      expect(compareVersions(before, JSON.parse(JSON.stringify(before)) as FormDefinition)).toEqual([])
      const changes = compareVersions(before, after)
      expect(changes.length === 0).toBe(isSameValue(before, after))
      for (const change of changes) expect(changeInWords(change)).toMatch(/^\S.*\.$/s)
    }),
  )
})

test('what was added one way was removed the other way, and what moved moved', () => {
  const steps = fc.array(numbers, { maxLength: 12 })
  fc.assert(
    fc.property(steps, steps, (one, other) => {
      const [before, after] = [applyAll(one), applyAll(other)]
      const [forth, back] = [compareVersions(before, after), compareVersions(after, before)]
      const idsOf = (changes: VersionChange[], kind: string) =>
        changes
          .filter((change) => change.kind === kind)
          .map(({ part }) => part.id)
          .toSorted()
      expect(idsOf(forth, 'added')).toEqual(idsOf(back, 'removed'))
      expect(idsOf(forth, 'moved')).toHaveLength(idsOf(back, 'moved').length)
    }),
  )
})
