import type { QuestionId } from '../../values/ids.ts'
import type { Group } from '../questions/group.ts'
import type { Question } from '../questions/question-types.ts'
import { addPartNodes } from './add-part-nodes.ts'
import { askQuestion } from './asked-question.ts'
import type { AskedQuestion } from './asked-question.ts'
import { scopeOfLevel } from './compile-operand.ts'
import type { LevelScope } from './compile-operand.ts'
import { computeGroup } from './compute-group.ts'
import { computeValue } from './compute-value.ts'
import type { GroupLevel, Level } from './level.ts'
import { hasLogicWithin, listMemberParts } from './list-form-parts.ts'
import type { FormPart } from './list-form-parts.ts'
import { listReferredIds } from './list-references.ts'
import { orderNodes } from './logic-node.ts'
import type { LogicNode, OuterNeed } from './logic-node.ts'
import { nothingCounted } from './run.ts'

type Compiling = {
  /** Whether something depends on the answer of a question. */
  isCounted: (question: Question) => boolean
  /** In a group: what stands around an item. */
  around?: { outer: LevelScope; group: Group; members: readonly AskedQuestion[] }
}

/** Makes a graph of questions that are answered together, and within it one for each group that has logic of its own. */
export function compileLevel(parts: readonly FormPart[], { isCounted, around }: Compiling): Level {
  const places = new Map<QuestionId, number>()
  const nodes: LogicNode[] = []
  const asked = new Map<QuestionId, AskedQuestion>()
  const values = new Map<QuestionId, number>()
  const pages = new Map<QuestionId, number>()
  for (const { question, page } of parts) {
    // Of questions with the same id, which cannot be published, the first is the one.
    if (!question || places.has(question.id)) continue
    const { id } = question
    places.set(id, places.size)
    if (question.type === 'group') pages.set(id, page)
    if (!isCounted(question)) continue
    const member = around?.members.find((candidate) => candidate.question === question)
    asked.set(id, member ?? askQuestion(question))
    const place = { id, what: 'value' } as const
    values.set(id, nodes.push({ place, needs: [], outer: [], compute: () => nothingCounted }) - 1)
  }
  const scope = scopeOfLevel(asked, values, around)
  const ofParts = addPartNodes(parts, { nodes, scope })
  const groups = new Map<QuestionId, GroupLevel>()
  for (const [id, node] of values) {
    const [found, place] = [asked.get(id), places.get(id)]
    if (!found || place === undefined) continue
    const shown = ofParts.shown.get(id)
    const { question } = found
    if (question.type === 'group' && hasLogicWithin(question)) {
      const inner = compileGroup(question, found, { outer: scope, page: pages.get(id) ?? 0 })
      groups.set(id, inner)
      const needs = inner.outer.flatMap((need) => (need.up === 1 ? [need.node] : []))
      const outer = inner.outer.flatMap((need) => (need.up > 1 ? [{ ...need, up: need.up - 1 }] : []))
      const compute = computeGroup(found, inner, { place, node, shown })
      nodes[node] = { place: { id, what: 'value' }, needs: withNode(needs, shown), outer, compute }
      continue
    }
    const hiddenBy = { shown, options: ofParts.options.get(id) ?? new Map<string, number>() }
    const sources = question.type === 'calculated' ? listReferredIds(question.formula) : []
    const needs = [...hiddenBy.options.values(), ...sources.flatMap((source) => values.get(source) ?? [])]
    const compute = computeValue(found, { place, scope, hiddenBy })
    nodes[node] = { place: { id, what: 'value' }, needs: withNode(needs, shown), outer: [], compute }
  }
  const { order: whole, dependents } = orderNodes(nodes)
  const order = around ? whole.filter((node) => !isJudged(nodes[node])) : whole
  const ranks = nodes.map(() => -1)
  for (const [rank, node] of order.entries()) ranks[node] = rank
  return { places, nodes, order, ranks, dependents, values, scope, groups, ...ofParts }
}

function withNode(needs: readonly number[], node: number | undefined): number[] {
  return [...new Set(node === undefined ? needs : [...needs, node])]
}

/** What is said of an answer when it is looked at, and on which nothing depends. */
function isJudged(node: LogicNode | undefined): boolean {
  return node?.place.what === 'required' || node?.place.what === 'rule'
}

function compileGroup(
  group: Group,
  asked: AskedQuestion,
  { outer, page }: { outer: LevelScope; page: number },
): GroupLevel {
  const { members } = asked
  const parts = listMemberParts(
    members.map(({ question }) => question),
    page,
  )
  // Whoever asks the items of a group may ask each of its questions.
  const level = compileLevel(parts, { isCounted: () => true, around: { outer, group, members } })
  const needed = new Map<string, OuterNeed>()
  for (const node of level.nodes) {
    if (isJudged(node)) continue
    for (const need of node.outer) needed.set(`${need.up} ${need.node}`, need)
  }
  return { ...level, group, members, outer: [...needed.values()] }
}
