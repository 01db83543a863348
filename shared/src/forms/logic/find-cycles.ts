import type { CompiledForm } from './compile-form.ts'
import type { Level } from './level.ts'
import { listNodeCycles } from './logic-node.ts'

/** A circle of parts that depend on each other: their ids in order, and the path in words. */
export type LogicCycle = { ids: string[]; words: string }

/** The circles in the logic of a form: from every tangle at least one, and none only where there is none. */
export function findCycles(form: CompiledForm): LogicCycle[] {
  const wordPartOf = (id: string) => wordPart(form, id)
  return cyclesOf(form, wordPartOf)
}

/** Those of a level and of the groups in it. What is judged in an item is in no order, and in no circle either. */
function cyclesOf(level: Level, wordOf: (id: string) => string): LogicCycle[] {
  const ordered = level.nodes.flatMap(({ place: { what } }, node) =>
    what === 'required' || what === 'rule' ? [node] : [],
  )
  const own = listNodeCycles(level.nodes, [...level.order, ...ordered]).map((cycle) => {
    const ids = [...new Set(cycle.flatMap((node) => level.nodes[node]?.place.id ?? []))]
    const [first] = ids
    const path = first === undefined ? ids : [...ids, first]
    return { ids, words: path.map((id) => `‘${wordOf(id)}’`).join(' → ') }
  })
  const inGroups = [...level.groups.values()].flatMap((group) => {
    const wordings = new Map(group.members.map(({ question }) => [question.id, question.wording.en]))
    return cyclesOf(group, (id) => wordings.get(id) ?? '')
  })
  return [...own, ...inGroups]
}

/** The title of a page or section, or the wording of a question, in English. */
function wordPart({ definition, parts }: CompiledForm, id: string): string {
  const part = parts.get(id)
  if (part?.question) return part.question.wording.en
  const page = part && definition.pages[part.page]
  if (page?.id === id) return page.title.en
  return page?.sections?.find((section) => section.id === id)?.title.en ?? ''
}
