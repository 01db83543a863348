import type { QuestionId } from '../../values/ids.ts'
import type { FormDefinition } from '../form-definition.ts'
import type { ValidationRule } from '../questions/question-parts.ts'
import { addPartNodes } from './add-part-nodes.ts'
import { askQuestion } from './asked-question.ts'
import type { AskedQuestion } from './asked-question.ts'
import type { Scope } from './compile-operand.ts'
import { computeValue } from './compute-value.ts'
import { listFormParts, listLogic } from './list-form-parts.ts'
import type { FormPart } from './list-form-parts.ts'
import { listReferredIds } from './list-references.ts'
import { orderNodes } from './logic-node.ts'
import type { LogicNode } from './logic-node.ts'
import { nothingCounted } from './run.ts'
import type { Counted } from './run.ts'

/** The nodes of what a form shows, offers, requires and forbids; what has no condition has no node. */
export type PartNodes = {
  /** The node that says whether a page, section or question is shown; without one it always is. */
  readonly shown: ReadonlyMap<string, number>
  readonly options: ReadonlyMap<QuestionId, ReadonlyMap<string, number>>
  readonly required: ReadonlyMap<QuestionId, number>
  readonly rules: ReadonlyMap<QuestionId, readonly { rule: ValidationRule; node: number }[]>
}

/**
 * A form made ready once for being filled in: a graph of nodes, each worked out from others. A form without logic
 * costs nothing.
 */
export type CompiledForm = PartNodes & {
  readonly definition: FormDefinition
  readonly parts: ReadonlyMap<string, FormPart>
  /** The place of each question among the answers. */
  readonly places: ReadonlyMap<QuestionId, number>
  readonly nodes: readonly LogicNode[]
  readonly order: readonly number[]
  /** The place of each node in the order; −1 for nodes of a circle, which are in none. */
  readonly ranks: readonly number[]
  readonly dependents: readonly (readonly number[])[]
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
  const listed = listFormParts(definition)
  const parts = new Map<string, FormPart>()
  const places = new Map<QuestionId, number>()
  // Of parts with the same id, which cannot be published, the first is the one.
  for (const part of listed) {
    if (!parts.has(part.id)) parts.set(part.id, part)
    if (part.question && !places.has(part.id)) places.set(part.id, places.size)
  }
  const nodes: LogicNode[] = []
  const asked = new Map<QuestionId, AskedQuestion>()
  const values = new Map<QuestionId, number>()
  const referred = new Set(listed.flatMap((part) => listLogic(part).flatMap(listReferredIds)))
  for (const id of places.keys()) {
    const question = parts.get(id)?.question
    if (!question || (!referred.has(id) && question.type !== 'calculated')) continue
    asked.set(id, askQuestion(question))
    values.set(id, nodes.push({ place: { id, what: 'value' }, needs: [], compute: () => nothingCounted }) - 1)
  }
  const scope = scopeOf(asked, values)
  const ofParts = addPartNodes([...parts.values()], { nodes, values, scope })
  for (const [id, node] of values) {
    const [found, place] = [asked.get(id), places.get(id)]
    if (!found || place === undefined) continue
    const hiddenBy = { shown: ofParts.shown.get(id), options: ofParts.options.get(id) ?? new Map() }
    const { question } = found
    const sources = question.type === 'calculated' ? listReferredIds(question.formula) : []
    const needs = new Set([
      ...hiddenBy.options.values(),
      ...sources.flatMap((source) => values.get(source) ?? []),
    ])
    if (hiddenBy.shown !== undefined) needs.add(hiddenBy.shown)
    const compute = computeValue(found, { place, scope, hiddenBy })
    nodes[node] = { place: { id, what: 'value' }, needs: [...needs], compute }
  }
  const { order, dependents } = orderNodes(nodes)
  const ranks = nodes.map(() => -1)
  for (const [rank, node] of order.entries()) ranks[node] = rank
  return { definition, parts, places, nodes, order, ranks, dependents, values, scope, ...ofParts }
}

/** The questions of the form, as conditions outside of any group find them. */
function scopeOf(
  asked: ReadonlyMap<QuestionId, AskedQuestion>,
  values: ReadonlyMap<QuestionId, number>,
): Scope {
  return {
    depth: 0,
    find(questionId) {
      const found = asked.get(questionId)
      const node = values.get(questionId)
      if (!found || node === undefined) return undefined
      return { asked: found, read: ({ results }) => (results[node] as Counted | undefined) ?? nothingCounted }
    },
  }
}
