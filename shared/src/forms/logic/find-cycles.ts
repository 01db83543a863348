import type { CompiledForm } from './compile-form.ts'
import { listNodeCycles } from './logic-node.ts'

/** A circle of parts that depend on each other: their ids in order, and the path in words. */
export type LogicCycle = { ids: string[]; words: string }

/** The circles in the logic of a form: from every tangle at least one, and none only where there is none. */
export function findCycles(form: CompiledForm): LogicCycle[] {
  return listNodeCycles(form.nodes, form.order).map((cycle) => {
    const ids = [...new Set(cycle.flatMap((node) => form.nodes[node]?.place.id ?? []))]
    const [first] = ids
    const path = first === undefined ? ids : [...ids, first]
    return { ids, words: path.map((id) => `‘${wordPart(form, id)}’`).join(' → ') }
  })
}

/** The title of a page or section, or the wording of a question, in English. */
function wordPart({ definition, parts }: CompiledForm, id: string): string {
  const part = parts.get(id)
  if (part?.question) return part.question.wording.en
  const page = part && definition.pages[part.page]
  if (page?.id === id) return page.title.en
  return page?.sections?.find((section) => section.id === id)?.title.en ?? ''
}
