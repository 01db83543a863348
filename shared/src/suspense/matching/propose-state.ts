import type { SuspenseState } from '../suspense-lifecycle.ts'
import { listDifferences } from './deterministic-rules.ts'
import type { RuleResult } from './deterministic-rules.ts'

/** In which state an incoming child waits, given what the rules say of each candidate: two hits are none. */
export function proposeState(results: readonly RuleResult[]): Exclude<SuspenseState, 'ready'> {
  const hits = results.filter((result) => result.rule !== undefined)
  const [only] = hits
  if (hits.length !== 1 || !only) return 'unmatched'
  return listDifferences(only.fields).length > 0 ? 'conflicts' : 'autoMatched'
}
