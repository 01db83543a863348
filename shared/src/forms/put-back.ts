import { insertParts } from './edit-parts.ts'
import type { FormDefinition } from './form-definition.ts'
import { idOfPart, listRowIds, takeParts, type OutlinePart } from './outline-parts.ts'

/** A part that was removed, and the row of the outline that stood above it. */
export type RemovedPart = { part: OutlinePart; above: string }

/** The parts with these ids as `putBack` needs them once they are removed. */
export function rememberParts(definition: FormDefinition, ids: ReadonlySet<string>): RemovedPart[] {
  const rows = listRowIds(definition)
  return takeParts(definition, ids).map((part) => ({
    part,
    above: rows[rows.indexOf(idOfPart(part)) - 1] ?? 'form',
  }))
}

/** Puts removed parts back below the rows they stood below, or at the end of the form where such a row is gone. */
export function putBack(definition: FormDefinition, removed: readonly RemovedPart[]): FormDefinition {
  return removed.reduce((form, { part, above }) => {
    const back = insertParts(form, [part], { id: above, where: 'after' })
    return back === form ? insertParts(form, [part], { id: 'form', where: 'into' }) : back
  }, definition)
}
