import type { QuestionId } from '../../values/ids.ts'
import type { Condition } from '../conditions/condition.ts'
import type { ValidationRule } from '../questions/question-parts.ts'
import type { Question } from '../questions/question-types.ts'
import { compileCondition } from './compile-condition.ts'
import type { LevelScope } from './compile-operand.ts'
import type { PartNodes } from './level.ts'
import { listOptionConditions } from './list-form-parts.ts'
import type { FormPart } from './list-form-parts.ts'
import { listReferredIds } from './list-references.ts'
import type { LogicNode, NodePlace, OuterNeed } from './logic-node.ts'

type Graph = { nodes: LogicNode[]; scope: LevelScope }

/** Adds the nodes of the conditions of all parts to a graph in which the answers stand already. */
export function addPartNodes(parts: readonly FormPart[], { nodes, scope }: Graph): PartNodes {
  const shown = new Map<string, number>()
  const options = new Map<QuestionId, ReadonlyMap<string, number>>()
  const required = new Map<QuestionId, number>()
  const rules = new Map<QuestionId, { rule: ValidationRule; node: number }[]>()
  for (const { id, showIf, parentId, question } of parts) {
    const own = showIf && addCondition({ id, what: 'shown' }, showIf)
    const outer = parentId === undefined ? undefined : shown.get(parentId)
    const node = own === undefined ? outer : outer === undefined ? own : addBoth(id, own, outer)
    if (node !== undefined) shown.set(id, node)
    if (question) addQuestion(question)
  }
  return { shown, options, required, rules }

  function addCondition(place: NodePlace, condition: Condition): number {
    const test = compileCondition(condition, scope)
    const needs = new Set<number>()
    const outer: OuterNeed[] = []
    for (const questionId of listReferredIds(condition)) {
      const need = scope.locate(questionId)
      if (need?.up === 0) needs.add(need.node)
      else if (need) outer.push(need)
    }
    return nodes.push({ place, needs: [...needs], outer, compute: (run) => test(run, []) }) - 1
  }
  function addBoth(id: string, own: number, outer: number): number {
    const compute: LogicNode['compute'] = ({ results }) => results[own] === true && results[outer] === true
    return nodes.push({ place: { id, what: 'shown' }, needs: [own, outer], outer: [], compute }) - 1
  }
  function addQuestion(question: Question): void {
    const { id, requiredIf } = question
    const conditional = listOptionConditions(question).map(
      ({ value, showIf }) => [value, addCondition({ id, what: 'option' }, showIf)] as const,
    )
    if (conditional.length > 0) options.set(id, new Map(conditional))
    if (requiredIf) required.set(id, addCondition({ id, what: 'required' }, requiredIf))
    const ruled = (question.rules ?? []).map((rule) => ({
      rule,
      node: addCondition({ id, what: 'rule' }, rule.must),
    }))
    if (ruled.length > 0) rules.set(id, ruled)
  }
}
