import type { WaitingState } from '../suspense-lifecycle.ts'
import { likelyProbability } from './automatic-from.ts'
import type { Reason } from './explain-weight.ts'
import type { RankedCandidate } from './rank-candidates.ts'
import { isContactField } from './weigh-family.ts'

type Proposed = Pick<RankedCandidate, 'decision' | 'weight' | 'reasons'>

/**
 * In which state an incoming child waits, given its candidates, the best first. The first is proposed where it is more
 * likely the child than all others and nobody together: by itself where the decision is automatic and nothing differs.
 */
export function proposeState(candidates: readonly Proposed[]): WaitingState {
  const [best] = candidates
  if (!best) return 'unmatched'
  // The child is one person at most, so that the odds of all stand against one another.
  const odds = candidates.map(({ weight }) => 2 ** weight)
  const share = 2 ** best.weight / odds.reduce((sum, each) => sum + each, 1)
  if (share < likelyProbability) return 'unmatched'
  const differs = best.reasons.some(isDifference)
  return best.decision === 'automatic' && !differs ? 'autoMatched' : 'conflicts'
}

/** Whether a field does not agree, so that an officer must look at it. Families have many numbers: another is no difference. */
export function isDifference({ reason, shown }: Pick<Reason, 'reason' | 'shown'>): boolean {
  return (shown === 'close' || shown === 'differs') && !isContactField(reason)
}
