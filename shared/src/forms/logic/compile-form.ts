import type { FormDefinition } from '../form-definition.ts'
import { compileLevel } from './compile-level.ts'
import type { Level } from './level.ts'
import { hasLogicWithin, listFormParts, listLogic } from './list-form-parts.ts'
import type { FormPart } from './list-form-parts.ts'
import { listReferredIds } from './list-references.ts'

/**
 * A form made ready once for being filled in: a graph of nodes, each worked out from others. A form without logic
 * costs nothing.
 */
export type CompiledForm = Level & {
  readonly definition: FormDefinition
  readonly parts: ReadonlyMap<string, FormPart>
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
  // Of parts with the same id, which cannot be published, the first is the one.
  for (const part of listed) if (!parts.has(part.id)) parts.set(part.id, part)
  const referred = new Set(listed.flatMap((part) => listLogic(part).flatMap(listReferredIds)))
  const level = compileLevel([...parts.values()], {
    isCounted: (question) =>
      referred.has(question.id) || question.type === 'calculated' || hasLogicWithin(question),
  })
  return { definition, parts, ...level }
}
