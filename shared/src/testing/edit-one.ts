import { copyParts } from '../forms/copy-parts.ts'
import { removeParts } from '../forms/edit-parts.ts'
import type { FormDefinition, Page } from '../forms/form-definition.ts'

/** The form without one page, section or question, as the outline removes it. */
export function removePart(definition: FormDefinition, id: string): FormDefinition {
  return removeParts(definition, new Set([id]))
}

/** The same page under ids of its own, as the outline copies it. */
export function copyPage(page: Page): Page {
  const [copy] = copyParts([{ kind: 'page', page }])
  if (copy?.kind !== 'page') throw new Error('A page was copied as something else.')
  return copy.page
}
