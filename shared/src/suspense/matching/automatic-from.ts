import { z } from 'zod'
import type { RuleName } from './deterministic-rules.ts'
import type { Veto } from './vetoes.ts'

/** From this probability on the score alone may match, where an authority settled nothing else. */
export const automaticProbability = 0.995
/** No authority lets less be automatic: the share of known children is set to one half, and may be less. */
export const leastAutomatic = 0.95
export const mostAutomatic = 0.9999

/** From which probability on a child of a source is automatic; `never` lets no rule decide either. */
export const AutomaticFrom = z.union([z.literal('never'), z.number().min(leastAutomatic).max(mostAutomatic)])
export type AutomaticFrom = z.infer<typeof AutomaticFrom>

/** From this on a person is more likely the child than not; a rule that hits somebody below is left to an officer. */
export const likelyProbability = 0.5
/** Below this a candidate is only listed, and a rule that hits it decides nothing. */
export const officerProbability = 0.01

/** What of a candidate decides whether it is automatic, as it was weighed. */
export type Judged = { probability: number; rule: RuleName | null; vetoes: readonly Veto[] }

/**
 * Whether the first of the candidates, the best first, is matched by itself: the rules first, the score where none hits,
 * and what is never automatic before both.
 */
export function isAutomatic(candidates: readonly Judged[], automaticFrom: AutomaticFrom): boolean {
  const [best] = candidates
  if (!best || best.vetoes.length > 0 || automaticFrom === 'never') return false
  // Two systems may use one number for two people: an id that all else contradicts decides nothing.
  const hits = candidates.filter(
    ({ rule, probability }) => rule !== null && probability >= officerProbability,
  )
  if (hits.length === 0) return best.probability >= automaticFrom
  return hits.length === 1 && hits[0] === best && best.probability >= likelyProbability
}

/** Those reasons for which the best is left to an officer that depend on what the authority settled. */
export function listSettledVetoes(
  { rule, probability }: Omit<Judged, 'vetoes'>,
  automaticFrom: AutomaticFrom,
): Veto[] {
  if (automaticFrom === 'never') return ['neverOfSource']
  return rule === 'allFour' && probability < automaticFrom ? ['commonNames'] : []
}

/** Whether candidates that were weighed under another setting would have been automatic under this one. */
export function wouldBeAutomatic(candidates: readonly Judged[], automaticFrom: AutomaticFrom): boolean {
  const [best, ...others] = candidates
  if (!best) return false
  const kept = best.vetoes.filter((veto) => veto !== 'commonNames' && veto !== 'neverOfSource')
  const vetoes = [...kept, ...listSettledVetoes(best, automaticFrom)]
  return isAutomatic([{ ...best, vetoes }, ...others], automaticFrom)
}
