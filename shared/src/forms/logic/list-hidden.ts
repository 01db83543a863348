import { wordHiddenReason } from '../conditions/condition-in-words.ts'
import type { FormState } from './evaluate.ts'
import { isShown } from './form-state.ts'
import { findHiddenReason } from './why-hidden.ts'

/** A part that the answers hide, and why in English: “hidden because …”. */
export type HiddenPart = { id: string; kind: 'page' | 'section' | 'question'; reason: string }

/** What the answers hide, in the order of the form; what stands in a hidden page or section goes without saying. */
export function listHidden(state: FormState): HiddenPart[] {
  const hidden: HiddenPart[] = []
  for (const { id, kind, parentId } of state.form.parts.values()) {
    if (isShown(state, id) || (parentId !== undefined && !isShown(state, parentId))) continue
    const reason = findHiddenReason(state, id)
    if (reason) hidden.push({ id, kind, reason: wordHiddenReason(reason, state.form.scope) })
  }
  return hidden
}
