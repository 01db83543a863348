import type { Condition, SimpleCondition } from '../conditions/condition.ts'
import { compileCondition } from './compile-condition.ts'
import type { FormState } from './evaluate.ts'
import { isShown } from './form-state.ts'
import type { Truth } from './truth.ts'

type ItemCondition = Extract<Condition, { group: string }>

/** One condition that decides: it should be `wanted`, and is the opposite or not known yet. */
export type Unmet = { condition: SimpleCondition | ItemCondition; wanted: boolean; truth: Truth }

/**
 * Why something is hidden: the part whose condition is not met (the thing itself, or the section or page that holds it)
 * and what decides it. Where `enough` is `one`, meeting one of them would show it; else it takes all.
 * `circle` is true where the condition depends on itself and can never be met.
 */
export type HiddenReason = { id: string; unmet: Unmet[]; enough: 'one' | 'all'; circle: boolean }

/** Why a page, section or question is hidden; undefined while it is shown, or unknown to the form. */
export function findHiddenReason(state: FormState, id: string): HiddenReason | undefined {
  const { form } = state
  if (!form.parts.has(id) || isShown(state, id)) return undefined
  // The outermost part decides: what stands in a hidden page is hidden whatever its own condition says.
  let reason: HiddenReason | undefined
  for (let part = form.parts.get(id); part; part = form.parts.get(part.parentId ?? '')) {
    const found = part.showIf && explain(state, part.id, part.showIf)
    if (found) reason = found
  }
  return reason
}

function explain(state: FormState, id: string, condition: Condition): HiddenReason | undefined {
  const truth = compileCondition(condition, state.form.scope)(state, [])
  if (truth === true) return isShown(state, id) ? undefined : { id, unmet: [], enough: 'all', circle: true }
  const enough = condition.kind === 'any' ? 'one' : 'all'
  return { id, unmet: listUnmet(state, condition, true), enough, circle: false }
}

/** The innermost conditions that keep a condition from being as wanted. */
function listUnmet(state: FormState, condition: Condition, wanted: boolean): Unmet[] {
  const truth = compileCondition(condition, state.form.scope)(state, [])
  if (truth === wanted) return []
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.flatMap((inner) => listUnmet(state, inner, wanted))
    case 'none':
      return condition.conditions.flatMap((inner) => listUnmet(state, inner, !wanted))
    default:
      return [{ condition, wanted, truth }]
  }
}
