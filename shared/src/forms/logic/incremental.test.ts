import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeOnCpu } from '../../testing/cpu-time.ts'
import { answerLogicQuestion, buildGroupLogicForm, buildLogicForm } from '../../testing/logic-form.ts'
import { seededRandom } from '../../values/seeded-random.ts'
import { FormDefinition, listQuestions } from '../form-definition.ts'
import { newItemId } from '../../values/ids.ts'
import { listWithMembers } from '../map-questions.ts'
import type { GroupItem } from '../questions/group.ts'
import type { Question } from '../questions/question-types.ts'
import { compileForm } from './compile-form.ts'
import { statesIn } from './compute-group.ts'
import { changeAnswer, evaluate, evaluateForm } from './evaluate.ts'
import type { FormState } from './evaluate.ts'
import { askedForm, isRequired, isShown, listCountedAnswers } from './form-state.ts'
import { listHidden } from './list-hidden.ts'
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

test('one answer in one item after another gives what working everything out anew gives', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (seed, walk) => {
      const definition = buildGroupLogicForm(seed)
      const form = compileForm(definition)
      const questions = listQuestions(definition)
      const random = seededRandom(walk)
      const answers: Record<string, unknown> = {}
      let state = evaluate(form, answers, context)
      for (let step = 0; step < 40; step += 1) {
        const question = questions[Math.floor(random() * questions.length)]
        if (!question) continue
        answers[question.id] = changeSome(question, answers[question.id], random)
        state = changeAnswer(state, question.id, answers[question.id])
        const whole = evaluate(form, answers, context)
        expect(state.answers).toEqual(whole.answers)
        expect(state.results).toEqual(whole.results)
        expect(listCountedAnswers(state)).toEqual(listCountedAnswers(whole))
        expect(validateAskedForm(state, 'en')).toEqual(validateAskedForm(whole, 'en'))
        expect(listHidden(state)).toEqual(listHidden(whole))
      }
    }),
    { numRuns: 12 },
  )
})

/** Another answer; of a group often one answer in one item, the rest as it was. */
function changeSome(question: Question, before: unknown, random: () => number): unknown {
  const items = Array.isArray(before) ? (before as GroupItem[]) : []
  const place = Math.floor(random() * items.length)
  const item = items[place]
  if (question.type !== 'group' || !item || random() < 0.3) return answerLogicQuestion(question, random)
  const dice = random()
  if (dice < 0.1) return items.toSpliced(place, 1)
  if (dice < 0.2) return items.toReversed()
  const member = question.questions[Math.floor(random() * question.questions.length)]
  if (!member) return before
  const changed = changeSome(member, item.answers[member.id], random)
  return items.with(place, { ...item, answers: { ...item.answers, [member.id]: changed as never } })
}

test('one answer in one item works nothing out in the other items', () => {
  const definition = buildGroupLogicForm(11)
  const group = listQuestions(definition).find(({ type }) => type === 'group')
  if (group?.type !== 'group') throw new Error('The form has a group')
  const [member] = group.questions
  const item = (): GroupItem => ({ id: newItemId(), answers: {} })
  const items = [item(), item(), item()]
  const state = evaluateForm(definition, { [group.id]: items }, context)
  const statesOf = ({ form, results }: FormState) => statesIn(results[form.values.get(group.id) ?? -1])
  const [first, second] = items
  if (!first || !second || !member) throw new Error('Items and questions were made')
  const answered = { ...second, answers: { [member.id]: 'yes' } }
  const next = changeAnswer(state, group.id, items.with(1, answered))
  const [before, after] = [statesOf(state), statesOf(next)]
  expect(after.map((one, place) => one === before[place])).toEqual([true, false, true])
})

test('answers of any shape whatever are worked out, shown, counted and validated without an error', () => {
  const flat = buildLogicForm(30, 20, 7)
  const definition = { ...flat, pages: [...flat.pages, ...buildGroupLogicForm(5).pages] }
  const ids = listQuestions(definition).map(({ id }) => id)
  const members = listWithMembers(listQuestions(definition)).map(({ id }) => id)
  const item = fc.record({
    id: fc.oneof(fc.constant(newItemId()), fc.anything()),
    answers: fc.oneof(fc.dictionary(fc.constantFrom(...members, '__proto__'), fc.anything()), fc.anything()),
  })
  const anything = fc.oneof(fc.anything(), fc.array(fc.oneof(item, fc.anything())))
  const answers = fc.dictionary(fc.constantFrom(...ids, '__proto__', 'constructor', 'q_1'), anything)
  fc.assert(
    fc.property(answers, fc.constantFrom(...ids), anything, (given, id, answer) => {
      const state = changeAnswer(evaluateForm(definition, given, context), id, answer)
      askedForm(state)
      listCountedAnswers(state)
      listHidden(state)
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

test('a definition of 10,000 levels, of a million keys or in a circle is refused within seconds', () => {
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
    const { result, milliseconds } = timeOnCpu(() => FormDefinition.safeParse(definition).success)
    expect(result).toBe(false)
    expect(milliseconds).toBeLessThan(10_000)
  }
})
