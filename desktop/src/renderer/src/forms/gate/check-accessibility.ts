import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { AccessibilityCheck, CheckedState } from '@send/shared/forms/gate/accessibility-check'
import { hashDefinition } from '@send/shared/forms/gate/definition-hash'
import { listPageStates, type PageState } from '@send/shared/forms/gate/page-states'

import type { LookAnswer } from '../preview/look/look-message.ts'

type CheckAccessibility = {
  /** Draws one state in a preview and says what axe finds there. */
  look: (state: PageState) => Promise<LookAnswer>
  onProgress: (done: number, of: number) => void
  now: () => Date
}

/** Looks at every state of every page, one after another; rejects when one of them cannot be looked at. */
export async function checkAccessibility(
  definition: FormDefinition,
  { look, onProgress, now }: CheckAccessibility,
): Promise<AccessibilityCheck> {
  const wanted = listPageStates(definition)
  const states: CheckedState[] = []
  let axeVersion = ''
  for (const state of wanted) {
    onProgress(states.length, wanted.length)
    const answer = await look(state)
    if (answer.kind === 'lookFailed') throw new Error(answer.message)
    const { passes, unsure, failures } = answer
    axeVersion = answer.axeVersion
    states.push({ ...state, passes, unsure, failures })
  }
  const definitionHash = await hashDefinition(definition)
  return { definitionHash, axeVersion, checkedAt: now().toISOString(), states }
}
