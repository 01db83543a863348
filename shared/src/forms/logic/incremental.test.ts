import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerLogicQuestion, buildLogicForm } from '../../testing/logic-form.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { FormDefinition, listQuestions } from '../form-definition.ts'
import { compileForm } from './compile-form.ts'
import { changeAnswer, evaluate, evaluateForm } from './evaluate.ts'
import { askedForm, isRequired, isShown, listCountedAnswers } from './form-state.ts'
import { validateAskedForm } from './validate-asked.ts'
import { findHiddenReason } from './why-hidden.ts'

const context = { today: '2026-11-23' }

test('one answer after another gives what working everything out anew gives, on forms of 500 questions and 250 conditions', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (seed, walk) => {
      const definition = buildLogicForm(500, 250, seed)
      const form = compileForm(definition)
      const questions = listQuestions(definition)
      expect(questions.filter(({ showIf }) => showIf)).toHaveLength(250)
      const random = seededRandom(walk)
      const answers: Record<string, unknown> = {}
      let state = evaluate(form, answers, context)
      for (let step = 0; step < 60; step += 1) {
        const question = questions[Math.floor(random() * questions.length)]
        if (!question) continue
        answers[question.id] = answerLogicQuestion(question, random)
        state = changeAnswer(state, question.id, answers[question.id])
        const whole = evaluate(form, answers, context)
        expect(state.answers).toEqual(whole.answers)
        expect(state.results).toEqual(whole.results)
      }
    }),
    { numRuns: 25 },
  )
})

test('answers of any shape whatever are worked out, shown, counted and validated without an error', () => {
  const definition = buildLogicForm(30, 20, 7)
  const ids = listQuestions(definition).map(({ id }) => id)
  const answers = fc.dictionary(fc.constantFrom(...ids, '__proto__', 'constructor', 'q_1'), fc.anything())
  fc.assert(
    fc.property(answers, fc.constantFrom(...ids), fc.anything(), (given, id, answer) => {
      const state = changeAnswer(evaluateForm(definition, given, context), id, answer)
      askedForm(state)
      listCountedAnswers(state)
      validateAskedForm(state, 'en')
      for (const question of listQuestions(definition)) {
        expect(isShown(state, question.id) === (findHiddenReason(state, question.id) === undefined)).toBe(
          true,
        )
        isRequired(state, question)
      }
    }),
    { numRuns: 300 },
  )
})

test(
  'a definition of 10,000 levels, of a million keys or in a circle is refused within seconds',
  { timeout: 120_000 },
  () => {
    const form = buildLogicForm(3, 1, 1)
    let deep: unknown = { kind: 'answered' }
    for (let level = 0; level < 10_000; level += 1) deep = { kind: 'all', conditions: [deep] }
    const wide: Record<string, number> = {}
    for (let key = 0; key < 1_000_000; key += 1) wide[`k${key}`] = key
    const circle: Record<string, unknown> = { kind: 'all' }
    circle['conditions'] = [circle]
    const withCondition = (showIf: unknown) => ({ ...form, pages: [{ ...form.pages[0], showIf }] })
    const hostile = [
      ...[deep, wide, circle, Array(1_000_000).fill(0)].map(withCondition),
      ...[deep, circle].flatMap((value) => [{ ...form, pages: value }, { ...form, title: value }, value]),
      { ...form, pages: Array(1_000_000).fill(form.pages[0]) },
      { ...form, ...wide },
    ]
    for (const definition of hostile) {
      const started = Date.now()
      expect(FormDefinition.safeParse(definition).success).toBe(false)
      expect(Date.now() - started).toBeLessThan(10_000)
    }
  },
)
