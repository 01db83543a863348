import type { Condition, SimpleCondition } from '../conditions/condition.ts'
import { compileCondition } from './compile-condition.ts'
import type { FormState } from './evaluate.ts'
import { findPlace } from './find-place.ts'
import type { LogicPlace } from './find-place.ts'
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

/**
 * Why a page, section or question is hidden, or a question in an item of a group, which is named by its place there;
 * undefined while it is shown, or unknown to the form.
 */
export function findHiddenReason(state: FormState, place: string): HiddenReason | undefined {
  const found = findPlace(state, place)
  if (!found || isShown(state, place)) return undefined
  if (found.group) {
    const member = found.group.members.find(({ question }) => question.id === found.id)
    return member?.question.showIf && explain(found, member.question.showIf)
  }
  // The outermost part decides: what stands in a hidden page is hidden whatever its own condition says.
  let reason: HiddenReason | undefined
  const { parts } = state.form
  for (let part = parts.get(place); part; part = parts.get(part.parentId ?? '')) {
    if (!part.showIf || isShown(state, part.id)) continue
    reason = explain({ ...found, id: part.id }, part.showIf) ?? reason
  }
  return reason
}

function explain(place: LogicPlace, condition: Condition): HiddenReason | undefined {
  const { level, run, id } = place
  const truth = compileCondition(condition, level.scope)(run, [])
  if (truth === true) return { id, unmet: [], enough: 'all', circle: true }
  const enough = condition.kind === 'any' ? 'one' : 'all'
  return { id, unmet: listUnmet(place, condition, true), enough, circle: false }
}

/** The innermost conditions that keep a condition from being as wanted. */
function listUnmet(place: LogicPlace, condition: Condition, wanted: boolean): Unmet[] {
  const truth = compileCondition(condition, place.level.scope)(place.run, [])
  if (truth === wanted) return []
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.conditions.flatMap((inner) => listUnmet(place, inner, wanted))
    case 'none':
      return condition.conditions.flatMap((inner) => listUnmet(place, inner, !wanted))
    default:
      return [{ condition, wanted, truth }]
  }
}
