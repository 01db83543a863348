import type { Condition } from '@send/shared/forms/conditions/condition'
import { FormDefinition, listQuestions, type Page } from '@send/shared/forms/form-definition'
import { compileForm } from '@send/shared/forms/logic/compile-form'
import { evaluate, type FormState } from '@send/shared/forms/logic/evaluate'
import { isShown } from '@send/shared/forms/logic/form-state'
import type { Question } from '@send/shared/forms/questions/question-types'
import { buildForm, buildPage, buildQuestion } from '@send/shared/testing/build-form'
import { seededRandom } from '@send/shared/values/seeded-random'
import jsonLogic, { type RulesLogic } from 'json-logic-js'
import { Model } from 'survey-core'

export const questionsOfLogic = 500
export const conditionsOfLogic = 250
const perPage = 50
const seed = 20_261_126

/** One answer that somebody gives: in our form as typed, elsewhere as a value. */
export type LogicChange = { id: string; typed: string; value: string | number }

export type SampleLogic = {
  definition: FormDefinition
  /** The same form for survey-core. */
  survey: object
  /** The same conditions for json-logic, by the id of their question. */
  rules: Map<string, RulesLogic>
  changes: LogicChange[]
}

type Simple =
  | Extract<Condition, { kind: 'equals' | 'oneOf' }>
  | (Extract<Condition, { kind: 'number' }> & { than: number })

/**
 * A form of 500 questions, each second of which is shown by a condition on one to three of the others, in three
 * languages. The peers keep answers of hidden questions in force and ours does not, so that no condition asks for a
 * question that may be hidden.
 */
export function buildSampleLogic(): SampleLogic {
  const random = seededRandom(seed)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('There is nothing to pick from.')
    return item
  }
  const asked: Question[] = []
  const questions: Question[] = []
  const expressions = new Map<string, string>()
  const rules = new Map<string, RulesLogic>()
  for (let number = 0; number < questionsOfLogic; number += 1) {
    const question = buildQuestion(pick(['yesNo', 'singleChoice', 'wholeNumber'] as const))
    if (number % 2 === 0) {
      asked.push(question)
      questions.push(question)
      continue
    }
    const conditions = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      simpleOn(pick(asked), random),
    )
    const kind = pick(['all', 'any'] as const)
    questions.push({ ...question, showIf: { kind, conditions } })
    expressions.set(question.id, conditions.map(asExpression).join(kind === 'all' ? ' and ' : ' or '))
    const inRules = conditions.map(asRule)
    rules.set(question.id, kind === 'all' ? { and: inRules } : { or: inRules })
  }
  const pages = Array.from({ length: questionsOfLogic / perPage }, (_, page) =>
    buildPage(questions.slice(page * perPage, (page + 1) * perPage)),
  )
  const definition = buildForm({ pages })
  const survey = { pages: pages.map((page) => asSurveyPage(page, expressions)) }
  const changes = Array.from({ length: 1000 }, () => changeOf(pick(asked), random))
  const sample = { definition, survey, rules, changes }
  assertSameResults(sample)
  return sample
}

function simpleOn({ id, type }: Question, random: () => number): Simple {
  const of = { from: 'answer', questionId: id } as const
  if (type === 'yesNo') return { kind: 'equals', of, value: random() < 0.5 ? 'yes' : 'no' }
  if (type === 'singleChoice')
    return { kind: 'oneOf', of, values: [random() < 0.5 ? 'home' : 'school', 'both'] }
  return { kind: 'number', of, comparison: 'atLeast', than: Math.floor(random() * 20) }
}

function nameOf(condition: Simple): string {
  return condition.of.from === 'answer' ? condition.of.questionId : ''
}

function asExpression(condition: Simple): string {
  const name = `{${nameOf(condition)}}`
  if (condition.kind === 'equals') return `${name} = '${condition.value}'`
  if (condition.kind === 'number') return `${name} >= ${condition.than}`
  return `(${condition.values.map((value) => `${name} = '${value}'`).join(' or ')})`
}

function asRule(condition: Simple): RulesLogic {
  const answer = { var: nameOf(condition) }
  if (condition.kind === 'equals') return { '==': [answer, condition.value] }
  if (condition.kind === 'oneOf') return { in: [answer, condition.values] }
  // Without an answer json-logic would compare with 0.
  return { and: [{ '!=': [answer, null] }, { '>=': [answer, condition.than] }] }
}

function asSurveyPage(page: Page, expressions: Map<string, string>): object {
  const elements = page.questions.map(({ id, type, wording }) => ({
    name: id,
    title: wording.en,
    isRequired: true,
    ...(type === 'wholeNumber' ? { type: 'text', inputType: 'number' } : { type: 'radiogroup' }),
    ...(type === 'yesNo' ? { choices: ['yes', 'no'] } : {}),
    ...(type === 'singleChoice' ? { choices: ['home', 'school'] } : {}),
    ...(expressions.has(id) ? { visibleIf: expressions.get(id) } : {}),
  }))
  return { name: page.id, elements }
}

function changeOf({ id, type }: Question, random: () => number): LogicChange {
  if (type === 'wholeNumber') {
    const value = Math.floor(random() * 20)
    return { id, typed: String(value), value }
  }
  const value = type === 'yesNo' ? (random() < 0.5 ? 'yes' : 'no') : random() < 0.5 ? 'home' : 'school'
  return { id, typed: value, value }
}

/** Our form ready to be filled in, from its JSON. */
export function loadOurs(json: string): FormState {
  return evaluate(compileForm(FormDefinition.parse(JSON.parse(json))), {}, { today: '2026-11-26' })
}

/** Throws when the three do not show the same questions after each of a hundred answers. */
function assertSameResults({ definition, survey, rules, changes }: SampleLogic): void {
  const model = new Model(survey)
  const data: Record<string, unknown> = {}
  const answers: Record<string, unknown> = {}
  for (const { id, typed, value } of changes.slice(0, 100)) {
    model.setValue(id, value)
    data[id] = value
    answers[id] = typed
    const state = evaluate(compileForm(definition), answers, { today: '2026-11-26' })
    for (const question of listQuestions(definition)) {
      const rule = rules.get(question.id)
      const shown = [
        isShown(state, question.id),
        model.getQuestionByName(question.id).isVisible,
        rule === undefined || Boolean(jsonLogic.apply(rule, data)),
      ]
      if (new Set(shown).size > 1) throw new Error(`The three differ: ${shown.join(', ')}.`)
    }
  }
}
