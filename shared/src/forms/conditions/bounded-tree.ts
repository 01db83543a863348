/** How much a tree may hold; counted before anything else looks at it. */
export type TreeBounds = { depth: number; nodes: number }

/**
 * Whether a value is a tree within its bounds. Walks without recursion and stops at the first excess, so that a
 * hostile value of any depth or size costs no more than the largest honest one; a cycle has no end and is refused.
 */
export function isBoundedTree(value: unknown, { depth, nodes }: TreeBounds): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }]
  let seen = 0
  for (let next = open.pop(); next; next = open.pop()) {
    seen += 1
    if (seen > nodes || next.depth > depth) return false
    if (typeof next.value !== 'object' || next.value === null) continue
    if (Array.isArray(next.value) && next.value.length > nodes) return false
    for (const key in next.value) {
      if (open.length >= nodes) return false
      open.push({ value: Reflect.get(next.value, key), depth: next.depth + 1 })
    }
  }
  return true
}
