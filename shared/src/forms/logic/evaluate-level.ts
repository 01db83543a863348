import type { Level } from './level.ts'
import { isSameResult } from './run.ts'
import type { Before, Run } from './run.ts'

/** Works out all nodes; those of a circle stay undefined, which counts as unknown. */
export function evaluateNodes(level: Level, run: Omit<Run, 'results'>): readonly unknown[] {
  const results: unknown[] = level.nodes.map(() => undefined)
  const whole = { ...run, results }
  for (const node of level.order) results[node] = level.nodes[node]?.compute(whole)
  return results
}

/** The results from some ranks on, as far as changes go; those before where nothing changes. */
export function evaluateAgain(
  level: Level,
  run: Omit<Run, 'results'> & { before: Before },
  starts: readonly number[],
): readonly unknown[] {
  const { order, ranks, nodes, dependents } = level
  const results = [...run.before.results]
  const again = { ...run, results }
  const pending = new Uint8Array(order.length)
  for (const rank of starts) pending[rank] = 1
  let left = starts.length
  let changed = false
  for (let next = Math.min(...starts); left > 0; next += 1) {
    if (pending[next] === 0) continue
    left -= 1
    const node = order[next] ?? 0
    const result = nodes[node]?.compute(again)
    const before = results[node]
    if (Object.is(before, result)) continue
    results[node] = result
    changed = true
    if (isSameResult(before, result)) continue
    for (const dependent of dependents[node] ?? []) {
      const later = ranks[dependent] ?? -1
      if (later === -1 || pending[later] === 1) continue
      pending[later] = 1
      left += 1
    }
  }
  return changed ? results : run.before.results
}
