import type { RankedCandidate } from './matching/rank-candidates.ts'

/** Somebody whom an incoming child may be, as it was scored: queue, card and audit show these very numbers. */
export type ScoredCandidate = Omit<RankedCandidate, 'place' | 'rule'> & {
  personId: string
  rule: NonNullable<RankedCandidate['rule']> | null
}
