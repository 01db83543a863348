import type { QuestionId } from '../../values/ids.ts'
import type { Condition } from '../conditions/condition.ts'
import type { FormDefinition } from '../form-definition.ts'
import type { ValidationRule } from '../questions/question-parts.ts'
import { askQuestion } from './asked-question.ts'
import type { AskedQuestion } from './asked-question.ts'
import { compileCondition } from './compile-condition.ts'
import type { Scope } from './compile-operand.ts'
import { computeValue } from './compute-value.ts'
import { listFormParts, listOptionConditions } from './list-form-parts.ts'
import type { FormPart } from './list-form-parts.ts'
import { listReferredIds } from './list-references.ts'
import { orderNodes } from './logic-node.ts'
import type { LogicNode, NodePlace } from './logic-node.ts'
import { nothingCounted } from './run.ts'
import type { Counted } from './run.ts'

/**
 * A form made ready once for being filled in: a graph of nodes, each worked out from others. What has no condition has
 * no node, so that a form without logic costs nothing.
 */
export type CompiledForm = {
  readonly definition: FormDefinition
  readonly parts: ReadonlyMap<string, FormPart>
  /** The place of each question among the answers. */
  readonly places: ReadonlyMap<QuestionId, number>
  readonly nodes: readonly LogicNode[]
  readonly order: readonly number[]
  /** The place of each node in the order. */
  readonly ranks: readonly number[]
  readonly dependents: readonly (readonly number[])[]
  /** The node that says whether a page, section or question is shown; without one it always is. */
  readonly shown: ReadonlyMap<string, number>
  readonly options: ReadonlyMap<QuestionId, ReadonlyMap<string, number>>
  readonly required: ReadonlyMap<QuestionId, number>
  readonly rules: ReadonlyMap<QuestionId, readonly { rule: ValidationRule; node: number }[]>
  /** The node of an answer as it counts; only of questions that something depends on. */
  readonly values: ReadonlyMap<QuestionId, number>
  readonly scope: Scope
}

const compiled = new WeakMap<FormDefinition, CompiledForm>()

/** Compiles a form, once for each definition: a definition is never changed in place. */
export function compileForm(definition: FormDefinition): CompiledForm {
  const known = compiled.get(definition)
  if (known) return known
  const form = compile(definition)
  compiled.set(definition, form)
  return form
}

function compile(definition: FormDefinition): CompiledForm {
  const nodes: LogicNode[] = []
  const add = (place: NodePlace, needs: number[], compute: LogicNode['compute']) =>
    nodes.push({ place, needs, compute }) - 1
  const listed = listFormParts(definition)
  const parts = new Map(listed.toReversed().map((part) => [part.id, part]))
  const questions = listed.flatMap(({ question }) => question ?? [])
  const places = new Map(questions.map(({ id }, place) => [id, place] as const).toReversed())

  const referred = new Set(listed.flatMap(listReferredByPart))
  const asked = new Map<QuestionId, AskedQuestion>()
  const values = new Map<QuestionId, number>()
  for (const question of questions) {
    const { id } = question
    if ((!referred.has(id) && question.type !== 'calculated') || asked.has(id)) continue
    asked.set(id, askQuestion(question))
    values.set(
      id,
      add({ id, what: 'value' }, [], () => nothingCounted),
    )
  }
  const scope: Scope = {
    depth: 0,
    find(questionId) {
      const found = asked.get(questionId)
      const node = values.get(questionId)
      if (!found || node === undefined) return undefined
      return { asked: found, read: ({ results }) => (results[node] as Counted | undefined) ?? nothingCounted }
    },
  }
  const addCondition = (place: NodePlace, condition: Condition) => {
    const test = compileCondition(condition, scope)
    return add(place, needsOf(condition, values), (run) => test(run, []))
  }

  const shown = new Map<string, number>()
  const options = new Map<QuestionId, ReadonlyMap<string, number>>()
  const required = new Map<QuestionId, number>()
  const rules = new Map<QuestionId, { rule: ValidationRule; node: number }[]>()
  for (const { id, showIf, parentId, question } of listed) {
    const own = showIf && addCondition({ id, what: 'shown' }, showIf)
    const outer = parentId === undefined ? undefined : shown.get(parentId)
    const both = [own, outer].filter((node) => node !== undefined)
    const [first, second] = both
    if (first !== undefined && second !== undefined) {
      const compute: LogicNode['compute'] = ({ results }) =>
        results[first] === true && results[second] === true
      shown.set(id, add({ id, what: 'shown' }, both, compute))
    } else if (first !== undefined) shown.set(id, first)
    if (!question) continue
    const conditional = listOptionConditions(question).map(
      ({ value, showIf: offeredIf }) => [value, addCondition({ id, what: 'option' }, offeredIf)] as const,
    )
    if (conditional.length > 0) options.set(id, new Map(conditional))
    if (question.requiredIf) required.set(id, addCondition({ id, what: 'required' }, question.requiredIf))
    const ruled = (question.rules ?? []).map((rule) => ({
      rule,
      node: addCondition({ id, what: 'rule' }, rule.must),
    }))
    if (ruled.length > 0) rules.set(id, ruled)
  }
  for (const [id, node] of values) {
    const [found, place] = [asked.get(id), places.get(id)]
    if (!found || place === undefined) continue
    const hiddenBy = { shown: shown.get(id), options: options.get(id) ?? new Map<string, number>() }
    const { question } = found
    const formulaNeeds = question.type === 'calculated' ? needsOf(question.formula, values) : []
    const needs = [hiddenBy.shown, ...hiddenBy.options.values(), ...formulaNeeds]
    nodes[node] = {
      place: { id, what: 'value' },
      needs: [...new Set(needs.filter((need) => need !== undefined))],
      compute: computeValue(found, { place, scope, hiddenBy }),
    }
  }
  const { order, dependents } = orderNodes(nodes)
  const ranks = nodes.map(() => -1)
  for (const [rank, node] of order.entries()) ranks[node] = rank
  return {
    ...{ definition, parts, places, nodes, order, ranks, dependents },
    ...{ shown, options, required, rules, values, scope },
  }
}

function needsOf(
  logic: Parameters<typeof listReferredIds>[0],
  values: ReadonlyMap<QuestionId, number>,
): number[] {
  const needs = listReferredIds(logic).flatMap((id) => values.get(id) ?? [])
  return [...new Set(needs)]
}

/** The questions that the logic of one part refers to. */
function listReferredByPart({ showIf, question }: FormPart): QuestionId[] {
  const logic = [
    ...(showIf ? [showIf] : []),
    ...(question?.requiredIf ? [question.requiredIf] : []),
    ...(question?.rules ?? []).map(({ must }) => must),
    ...(question ? listOptionConditions(question).map((option) => option.showIf) : []),
    ...(question?.type === 'calculated' ? [question.formula] : []),
  ]
  return logic.flatMap((one) => listReferredIds(one))
}
