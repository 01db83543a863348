import type { FormDefinition } from '../forms/form-definition.ts'
import type { AccessibilityCheck } from '../forms/gate/accessibility-check.ts'
import { hashDefinition } from '../forms/gate/definition-hash.ts'
import { listPageStates } from '../forms/gate/page-states.ts'

/** A passed check of a definition, as a client of an officer would send it. */
export async function buildAccessibilityCheck(
  definition: FormDefinition,
  overrides: Partial<AccessibilityCheck> = {},
): Promise<AccessibilityCheck> {
  return {
    definitionHash: await hashDefinition(definition),
    axeVersion: '4.14.1',
    checkedAt: '2026-11-26T09:00:00.000Z',
    states: listPageStates(definition).map((state) => ({ ...state, passes: 20, unsure: 0, failures: [] })),
    ...overrides,
  }
}

/** A publication with the passed check that the server asks for. */
export async function withPassedCheck<Publication extends { definition: FormDefinition }>(
  publication: Publication,
): Promise<Publication & { accessibilityCheck: AccessibilityCheck }> {
  return { ...publication, accessibilityCheck: await buildAccessibilityCheck(publication.definition) }
}
