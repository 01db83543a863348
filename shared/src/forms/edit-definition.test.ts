import { describe, expect, it, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../testing/build-form.ts'
import { seededRandom } from '../values/seeded-random.ts'
import { copyQuestion } from './copy-parts.ts'
import {
  changePage,
  changeQuestion,
  findChangedPlace,
  insertPage,
  insertQuestion,
  movePage,
  moveQuestion,
} from './edit-definition.ts'
import { recordEdit, redo, startHistory, undo } from './edit-history.ts'
import type { EditHistory } from './edit-history.ts'
import { FormDefinition, findPage, listQuestions } from './form-definition.ts'
import { newPage, newQuestion } from './new-form.ts'
import { listPublishingProblems } from './publishing-problems.ts'
import { questionTypes } from './questions/question-types.ts'
import { copyPage, removePart } from '../testing/edit-one.ts'

const child = buildQuestion('childDetails')
const [yesNo, date, file] = [buildQuestion('yesNo'), buildQuestion('date'), buildQuestion('file')]
const first = buildPage([child, yesNo])
const second = buildPage([date, file])
const form = buildForm({ pages: [first, second] })

function idsOf(definition: FormDefinition): string[][] {
  return definition.pages.map((page) => page.questions.map((question) => question.id))
}

describe('editing a form', () => {
  it('moves a question within its page, over its edge on to the next page, and no further', () => {
    expect(idsOf(moveQuestion(form, yesNo.id, -1))).toEqual([
      [yesNo.id, child.id],
      [date.id, file.id],
    ])
    expect(idsOf(moveQuestion(form, yesNo.id, 1))).toEqual([[child.id], [yesNo.id, date.id, file.id]])
    expect(idsOf(moveQuestion(form, date.id, -1))).toEqual([[child.id, yesNo.id, date.id], [file.id]])
    expect(moveQuestion(form, child.id, -1)).toBe(form)
    expect(moveQuestion(form, file.id, 1)).toBe(form)
  })

  it('moves a page, and no further than the ends', () => {
    expect(movePage(form, first.id, 1).pages).toEqual([second, first])
    expect(movePage(form, first.id, -1)).toBe(form)
  })

  it('changes the parts of a page or question but never its id', () => {
    const changed = changeQuestion(form, yesNo.id, (question) => ({ ...question, id: date.id }))
    expect(idsOf(changed)).toEqual(idsOf(form))
    const titled = changePage(form, first.id, (page) => ({ ...page, id: second.id, title: { en: 'You' } }))
    expect(titled.pages[0]).toEqual({ ...first, title: { en: 'You' } })
  })

  it('puts back what was removed, at its place, once', () => {
    const without = removePart(form, yesNo.id)
    const back = insertQuestion(without, first.id, { question: yesNo, index: 1 })
    expect(back).toEqual(form)
    expect(insertQuestion(back, first.id, { question: yesNo, index: 1 })).toBe(back)
    expect(insertPage(removePart(form, first.id), first, 0)).toEqual(form)
  })

  it('gives a copy ids of its own, so that a form with copies can be published', () => {
    const copied = insertPage(form, copyPage(second), 2)
    const again = insertQuestion(copied, first.id, { question: copyQuestion(yesNo), index: 2 })
    expect(listQuestions(again)).toHaveLength(7)
    expect(listPublishingProblems(again)).toEqual([])
  })

  it('adds nothing to a full page or a full form', () => {
    const full = buildForm({
      pages: Array.from({ length: 100 }, () => buildPage([])).with(0, {
        ...first,
        questions: Array.from({ length: 100 }, () => buildQuestion('date')),
      }),
    })
    expect(insertPage(full, newPage(), 3)).toBe(full)
    expect(insertQuestion(full, first.id, { question: yesNo, index: 0 })).toBe(full)
    const other = insertQuestion(full, full.pages[1]!.id, { question: yesNo, index: 0 })
    expect(moveQuestion(other, yesNo.id, -1)).toBe(other)
  })

  it('tells where a form changed', () => {
    const renamed = changeQuestion(form, date.id, (question) => ({ ...question, required: false }))
    expect(findChangedPlace(form, renamed)).toBe(date.id)
    expect(findChangedPlace(form, { ...form, code: 'OTHER' })).toBe('form')
    const titled = changePage(form, second.id, (page) => ({ ...page, title: { en: 'You' } }))
    expect(findChangedPlace(form, titled)).toBe(second.id)
    expect(findChangedPlace(form, removePart(form, date.id))).toBe(second.id)
  })
})

test.each(questionTypes)('a new question of type %s is valid and waits for its words only', (type) => {
  const question = newQuestion(type)
  const page = buildPage([buildQuestion('childDetails'), question])
  const definition = buildForm({ pages: [page] })
  expect(FormDefinition.parse(definition)).toEqual(definition)
  const problems = listPublishingProblems(definition).map(({ where }) => where)
  if (type !== 'childDetails') expect(new Set(problems)).toEqual(new Set([question.id]))
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a thousand random edits (seed %i) keep the form valid with every id once, and undo gives back each state',
  (seed) => {
    const random = seededRandom(seed)
    let history = startHistory(form)
    const states = [form]
    for (let step = 0; step < 1000; step += 1) {
      const next = editAtRandom(history.present, random)
      const before = history
      history = recordEdit(history, next)
      if (history !== before) states.push(next)
      expect(FormDefinition.safeParse(next).success).toBe(true)
      const ids = [...next.pages, ...listQuestions(next)].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    expectToWalk(history, states)
  },
)

function expectToWalk(history: EditHistory, states: FormDefinition[]): void {
  let walked = history
  const steps = history.past.length
  expect(steps).toBeGreaterThanOrEqual(200)
  for (let back = 1; back <= steps; back += 1) {
    walked = undo(walked)
    expect(walked.present).toBe(states.at(-1 - back))
  }
  expect(undo(walked)).toBe(walked)
  for (let forth = 0; forth < steps; forth += 1) walked = redo(walked)
  expect(walked.present).toBe(states.at(-1))
}

function editAtRandom(definition: FormDefinition, random: () => number): FormDefinition {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const page = pick(definition.pages)
  const question = pick(listQuestions(definition))
  const step = random() < 0.5 ? 1 : -1
  const kind = Math.floor(random() * 10)
  if (kind === 0 || !page) return insertPage(definition, newPage(), Math.floor(random() * 5))
  if (kind === 1 && definition.pages.length > 3) return removePart(definition, page.id)
  if (kind === 2) return movePage(definition, page.id, step)
  if (kind === 3) return insertPage(definition, copyPage(page), definition.pages.indexOf(page) + 1)
  if (kind === 4) return changePage(definition, page.id, (old) => ({ ...old, title: { en: `${random()}` } }))
  const type = pick(questionTypes) ?? 'yesNo'
  if (kind === 5 || !question) {
    return insertQuestion(definition, page.id, { question: newQuestion(type), index: 0 })
  }
  if (kind === 6) return removePart(definition, question.id)
  if (kind === 7) return moveQuestion(definition, question.id, step)
  if (kind === 8) return insertQuestion(definition, page.id, { question: copyQuestion(question), index: 1 })
  return changeQuestion(definition, question.id, (old) => ({ ...old, required: !old.required }))
}

test('the page of a removed question can still be found, and a page that is gone takes nothing back', () => {
  const gone = removePart(form, first.id)
  expect(findPage(gone, first.id)).toBeUndefined()
  expect(insertQuestion(gone, first.id, { question: yesNo, index: 0 })).toBe(gone)
})
