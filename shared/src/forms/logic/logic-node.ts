import type { Run } from './run.ts'

/** Whose logic a node is, and which part of it: the id is that of a page, section or question. */
export type NodePlace = {
  id: string
  what: 'shown' | 'option' | 'required' | 'rule' | 'value'
}

/** A node of what stands around an item: so many groups further out. */
export type OuterNeed = { up: number; node: number }

/** One thing that is worked out: a condition, whether something is shown, or an answer as it counts. */
export type LogicNode = {
  place: NodePlace
  /** The nodes whose results it reads. */
  needs: number[]
  /** The nodes around the item that it reads. */
  outer: OuterNeed[]
  compute: (run: Run) => unknown
}

/** The order in which nodes can be worked out, each behind what it needs; nodes of a circle are in none. */
export function orderNodes(nodes: readonly LogicNode[]): { order: number[]; dependents: number[][] } {
  const dependents: number[][] = nodes.map(() => [])
  const open = nodes.map(({ needs }, node) => {
    for (const need of needs) dependents[need]?.push(node)
    return needs.length
  })
  const order: number[] = []
  for (const [node, count] of open.entries()) if (count === 0) order.push(node)
  // The list grows while it is walked.
  for (const node of order) {
    for (const dependent of dependents[node] ?? []) {
      const left = (open[dependent] ?? 0) - 1
      open[dependent] = left
      if (left === 0) order.push(dependent)
    }
  }
  return { order, dependents }
}

/** Circles of nodes that need each other, from every tangle at least one, each in the order of their needs. */
export function listNodeCycles(nodes: readonly LogicNode[], order: readonly number[]): number[][] {
  const ordered = new Set(order)
  const walked = new Set<number>()
  const cycles: number[][] = []
  for (const start of nodes.keys()) {
    const path: number[] = []
    // What is in no order needs something else that is in none, so that the walk ends where it has been before.
    for (let node: number | undefined = start; node !== undefined;) {
      if (ordered.has(node)) break
      if (walked.has(node)) {
        const begin = path.indexOf(node)
        if (begin !== -1) cycles.push(path.slice(begin))
        break
      }
      walked.add(node)
      path.push(node)
      node = nodes[node]?.needs.find((need) => !ordered.has(need))
    }
  }
  return cycles
}
