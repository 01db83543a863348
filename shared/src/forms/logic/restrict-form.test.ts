import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { answerLogicQuestion, buildGroupLogicForm, buildLogicForm } from '../../testing/logic-form.ts'
import { seededRandom } from '../../values/seeded-random.ts'
import { listPageQuestions, listQuestions } from '../form-definition.ts'
import type { FormDefinition } from '../form-definition.ts'
import { listWithMembers } from '../map-questions.ts'
import { evaluateForm } from './evaluate.ts'
import { isOptionShown, isRequired, isShown } from './form-state.ts'
import { restrictForm } from './restrict-form.ts'

const context = { today: '2026-11-23' }

/** Answers at random, and one page of the form as somebody sees it who sees no other. */
function openOnePage(definition: FormDefinition, walk: number) {
  const random = seededRandom(walk)
  const answers: Record<string, unknown> = {}
  for (const question of listQuestions(definition))
    answers[question.id] = answerLogicQuestion(question, random)
  const page = definition.pages[Math.floor(random() * definition.pages.length)]
  const state = evaluateForm(definition, answers, context)
  const restricted = restrictForm(state, (pageId) => pageId === page?.id)
  const known = new Set(listQuestions(restricted).map(({ id }) => id))
  const own = Object.fromEntries(Object.entries(answers).filter(([id]) => known.has(id)))
  const others = definition.pages.filter(({ id }) => id !== page?.id)
  return { state, restricted, others, seen: evaluateForm(restricted, own, context) }
}

/** A form whose groups and what depends on them stand on pages of their own. */
function onePageEach(definition: FormDefinition): FormDefinition {
  return { ...definition, pages: listQuestions(definition).map((question) => buildPage([question])) }
}

test('SR-462: nothing that depends on another page names it, in a hundred forms with groups and without', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (seed, walk) => {
      for (const definition of [buildLogicForm(120, 80, seed), onePageEach(buildGroupLogicForm(seed))]) {
        const { restricted, others } = openOnePage(definition, walk)
        const text = JSON.stringify(restricted)
        for (const page of others) {
          expect(text).not.toContain(page.id)
          for (const { id } of listWithMembers(listPageQuestions(page))) expect(text).not.toContain(id)
        }
      }
    }),
    { numRuns: 50 },
  )
})

test('with its own answers alone an open page shows, offers and needs what the whole form has there', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (seed, walk) => {
      const { state, restricted, seen } = openOnePage(buildLogicForm(120, 80, seed), walk)
      for (const question of listQuestions(restricted)) {
        expect(isShown(seen, question.id)).toBe(isShown(state, question.id))
        expect(isRequired(seen, question)).toBe(isRequired(state, question))
        for (const { value } of 'options' in question ? question.options : [])
          expect(isOptionShown(seen, question.id, value)).toBe(isOptionShown(state, question.id, value))
      }
    }),
    { numRuns: 50 },
  )
})

test('a value calculated from another page, what is asked because of it, and declarations are not told', () => {
  const elsewhere = buildQuestion('wholeNumber')
  const of = { from: 'answer' as const, questionId: elsewhere.id }
  const told = buildQuestion('calculated', { formula: { kind: 'answer', of } })
  const because = buildQuestion('shortText', {
    showIf: { kind: 'answered', of: { from: 'answer', questionId: told.id } },
  })
  const [plain, signed] = [buildQuestion('shortText'), buildQuestion('declaration')]
  const open = buildPage([told, because, plain, signed])
  const definition = buildForm({ pages: [buildPage([elsewhere]), open] })
  const state = evaluateForm(definition, { [elsewhere.id]: '7' }, context)
  const restricted = restrictForm(state, (pageId) => pageId === open.id)
  expect(listQuestions(restricted).map(({ id }) => id)).toEqual([because.id, plain.id])
  expect(listQuestions(restricted)[0]).not.toHaveProperty('showIf')
  expect(JSON.stringify(restricted)).not.toContain(told.id)
})
