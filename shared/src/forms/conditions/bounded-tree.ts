/** How much a tree may hold; counted before anything else looks at it. */
export type TreeBounds = { depth: number; nodes: number }

/**
 * Whether a value is a tree within its bounds. Walks without recursion and stops at the first excess, so that a
 * hostile value of any depth or size costs no more than the largest honest one; a cycle has no end and is refused.
 */
export function isBoundedTree(value: unknown, { depth, nodes }: TreeBounds): boolean {
  let level: unknown[] = [value]
  let seen = 0
  for (let reached = 1; level.length > 0; reached += 1) {
    seen += level.length
    if (seen > nodes || reached > depth) return false
    const below: unknown[] = []
    for (const part of level) {
      if (typeof part !== 'object' || part === null) continue
      if (Array.isArray(part) && part.length > nodes) return false
      // Not a list of all keys or values: of a million, only as many are looked at as may be there.
      for (const key in part) {
        if (below.length >= nodes) return false
        below.push(Reflect.get(part, key))
      }
    }
    level = below
  }
  return true
}
