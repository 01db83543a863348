/** One change of a value on record, the earliest first in a list. */
export type ValueLayer = {
  id: string
  before: string | null
  written: string | null
  /** Whether it is to be as if this change had never been. */
  leaves: boolean
}

export type WithoutLayers = {
  now: string | null
  /** What stood before the changes that stay, where that is otherwise now. */
  befores: Map<string, string | null>
  /** Somebody changed the value by hand since, so that it stays although a change under it left. */
  isStuck: boolean
}

/**
 * A value without some of the changes that led to it: what stands on top of one that leaves, stands on what was before
 * it. Between two that do not follow from one another somebody changed the value by hand; that is left.
 */
export function takeOutLayers(layers: readonly ValueLayer[], now: string | null): WithoutLayers {
  const result: WithoutLayers = { now, befores: new Map(), isStuck: false }
  let above: { id: string; before: string | null } | undefined
  for (const { id, before, written, leaves } of layers.toReversed()) {
    if (!leaves) above = { id, before }
    else if (above) {
      if (above.before === written) {
        above.before = before
        result.befores.set(above.id, before)
      }
    } else if (result.now === written) result.now = before
    else result.isStuck = true
  }
  return result
}
