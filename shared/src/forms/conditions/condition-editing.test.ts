import { expect, test } from 'vitest'
import { buildForm, buildPage, buildQuestion } from '../../testing/build-form.ts'
import { compileForm } from '../logic/compile-form.ts'
import { evaluateForm } from '../logic/evaluate.ts'
import { listHidden } from '../logic/list-hidden.ts'
import { listConditionProblems } from '../logic/logic-problems.ts'
import { listConditionMistakes } from '../logic/logic-types.ts'
import { questionTypes } from '../questions/question-types.ts'
import { Condition } from './condition.ts'
import type { SimpleCondition } from './condition.ts'
import { applyOperator, listOperators, operatorOf } from './condition-operators.ts'
import { asGroup, isFlatGroup, replaceCondition } from './edit-condition.ts'
import { keyOfOperand, listItemOperands, listOperands, listOperandsFor } from './list-operands.ts'
import type { ListedOperand } from './list-operands.ts'

const child = buildQuestion('childDetails', { wording: { en: 'Who?' } })
const place = buildQuestion('singleChoice', { wording: { en: 'Where?' } })
const name = buildQuestion('shortText', { wording: { en: 'Which school?' } })
const born = buildQuestion('date', { wording: { en: 'Since when?' } })
const first = buildPage([child, place])
const second = buildPage([name, born])
const form = buildForm({ pages: [first, second] })
const is = (value: string): SimpleCondition => ({
  kind: 'equals',
  of: { from: 'answer', questionId: place.id },
  value,
})

function operandOf(words: string): ListedOperand {
  const found = listOperands(form).find((operand) => operand.words === words)
  if (!found) throw new Error(`Nothing is called ${words}`)
  return found
}

test('every operator that is offered for any type makes a condition that fits its answer', () => {
  const pages = [buildPage(questionTypes.map((type) => buildQuestion(type)))]
  const every = buildForm({ pages, family: 'internal' })
  const asked = listOperandsFor(every, 'nowhere', 'rule')
  expect(asked.length).toBeGreaterThan(questionTypes.length)
  for (const operand of asked) {
    for (const operator of listOperators(operand)) {
      const typed = { kind: 'contains', of: operand.operand, value: 'typed' } as const
      const made = applyOperator(operand, operator, typed)
      expect(made && operatorOf(made)).toBe(operator)
      if (!made) continue
      expect(Condition.safeParse(made).success).toBe(true)
      const showing = buildForm({
        family: 'internal',
        pages: [...pages, buildPage([buildQuestion('yesNo', { showIf: made })])],
      })
      expect(listConditionMistakes(made, compileForm(showing).scope)).toEqual([])
    }
  }
})

test('another operator keeps the value where it fits, and a text must be typed first', () => {
  const where = operandOf('Where?')
  const oneOf = applyOperator(where, 'oneOf', is('school'))
  expect(oneOf).toMatchObject({ kind: 'oneOf', values: ['school'] })
  expect(applyOperator(where, 'equals', oneOf)).toEqual(is('school'))
  const since = operandOf('Since when?')
  const date = { kind: 'fixed', date: '2026-09-01' } as const
  const before = applyOperator(since, 'before', { kind: 'after', of: since.operand, date })
  expect(before).toMatchObject({ kind: 'before', date })
  expect(applyOperator(since, 'ageOn.atLeast', before)).toMatchObject({ on: date, comparison: 'atLeast' })
  expect(applyOperator(operandOf('Which school?'), 'contains')).toBeUndefined()
  expect(applyOperator(operandOf('Which school?'), 'contains', is('home'))).toMatchObject({ value: 'home' })
})

test('only what is asked before is offered to show something, and everything else to require it', () => {
  const names = (id: string, use: 'shown' | 'required' | 'rule') => [
    ...new Set(
      listOperandsFor(form, id, use).map(({ operand }) => 'questionId' in operand && operand.questionId),
    ),
  ]
  expect(names(second.id, 'shown')).toEqual([child.id, place.id])
  expect(names(born.id, 'shown')).toEqual([child.id, place.id, name.id])
  expect(names(first.id, 'shown')).toEqual([])
  expect(names(name.id, 'required')).toEqual([child.id, place.id, born.id])
  expect(names(name.id, 'rule')).toEqual([child.id, place.id, name.id, born.id])
  const internal = listOperandsFor({ ...form, family: 'internal' }, first.id, 'shown')
  expect(internal.map(({ operand }) => keyOfOperand(operand))).toContain('person.dateOfBirth')
  const keys = listOperands(form).map(({ operand }) => keyOfOperand(operand))
  expect(new Set(keys).size).toBe(keys.length)
})

test('the items of a group can be asked what its own questions ask', () => {
  const age = buildQuestion('wholeNumber', { wording: { en: 'How old?' } })
  const group = buildQuestion('group', { wording: { en: 'Brothers and sisters' }, questions: [age] })
  const [asked, ...others] = listItemOperands(group)
  expect(others).toEqual([])
  expect(listItemOperands(age)).toEqual([])
  const inner = asked && applyOperator(asked, 'number.lessThan')
  if (!inner) throw new Error('A number can be compared')
  const showIf: Condition = { kind: 'anyItem', group: group.id, condition: asGroup(inner) }
  const showing = buildForm({
    pages: [buildPage([child, group]), buildPage([buildQuestion('yesNo')], { showIf })],
  })
  expect(listConditionMistakes(showIf, compileForm(showing).scope)).toEqual([])
})

test('a form on the portal is never offered the person’s record, wherever it asks', () => {
  for (const use of ['shown', 'required', 'rule'] as const) {
    for (const family of [undefined, 'portal'] as const) {
      const { family: _, ...others } = form
      const portal = family ? { ...others, family } : others
      const offered = listOperandsFor(portal, born.id, use)
      expect(offered.filter(({ operand }) => operand.from === 'person')).toEqual([])
    }
  }
})

test('what is wrong with a condition is said of that condition alone, circles too', () => {
  const other = buildQuestion('yesNo', { wording: { en: 'Other?' } })
  const self: Condition = { ...is('yes'), of: { from: 'answer', questionId: other.id } }
  const circling = compileForm(buildForm({ pages: [first, buildPage([{ ...other, showIf: self }])] }))
  const say = (condition: Condition, use: 'shown' | 'required' = 'shown') =>
    listConditionProblems(circling, other.id, { condition, use })
  expect(say(self)).toEqual([expect.stringContaining('circle: ‘Other?’ → ‘Other?’')])
  expect(say(self, 'required')).toEqual([])
  expect(listConditionProblems(circling, 'gone', { condition: self, use: 'shown' })).toEqual([])
  const early = compileForm(
    buildForm({ pages: [buildPage([place]), buildPage([child], { showIf: is('moon') })] }),
  )
  const problems = listConditionProblems(early, early.definition.pages[1]!.id, {
    condition: is('moon'),
    use: 'shown',
  })
  expect(problems.join()).toMatch(/does not offer the option ‘moon’.*must always be asked/)
})

test('a condition is edited as a group, and an empty group is none', () => {
  const alone = asGroup(is('home'))
  expect(alone).toEqual({ kind: 'all', conditions: [is('home')] })
  expect(asGroup(alone)).toBe(alone)
  const two = replaceCondition(alone, 1, is('school'))
  expect(two?.conditions).toEqual([is('home'), is('school')])
  expect(replaceCondition(alone, 0, is('school'))?.conditions).toEqual([is('school')])
  expect(replaceCondition(alone, 0, undefined)).toBeUndefined()
  expect(isFlatGroup(alone)).toBe(true)
  expect(isFlatGroup({ kind: 'all', conditions: [alone] })).toBe(false)
})

test('what the answers hide is listed once, by the outermost part, with its reason', () => {
  const lesson = buildQuestion('shortText', { showIf: is('school') })
  const another = buildQuestion('shortText', { showIf: is('school') })
  const hiding = buildForm({
    pages: [first, buildPage([lesson], { showIf: is('home') }), buildPage([another, name])],
  })
  const hiddenWith = (answers: object) =>
    listHidden(evaluateForm(hiding, answers, { today: '2026-11-23' })).map(
      ({ kind, reason }) => `${kind} ${reason}`,
    )
  expect(hiddenWith({})).toEqual([
    'page hidden because ‘Where?’ is not answered',
    'question hidden because ‘Where?’ is not answered',
  ])
  expect(hiddenWith({ [place.id]: 'home' })).toEqual([
    'question hidden because ‘Where?’ is not ‘At school’',
    'question hidden because ‘Where?’ is not ‘At school’',
  ])
})
