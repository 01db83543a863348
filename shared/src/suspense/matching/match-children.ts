import { indexCandidates } from './candidate-index.ts'
import { compareCandidates, estimateAgreement } from './estimate-agreement.ts'
import { estimateFrequencies } from './estimate-frequencies.ts'
import { listExternalIds, tellExternalId, type ExternalId } from './external-id.ts'
import { indexHouseholds } from './index-households.ts'
import type { RuleName } from './deterministic-rules.ts'
import { foldRecord, type Told } from './match-record.ts'
import type { MatchingModel } from './matching-model.ts'
import { decideRanked, rankContenders, type RankedCandidate } from './rank-candidates.ts'

export type Matcher = {
  model: MatchingModel
  /** The best candidates of a child, five at most, the best first; by the rules that are in force for its sender. */
  match(told: Told, rules?: readonly RuleName[]): RankedCandidate[]
}

/**
 * A matcher of incoming children against people: u comes from the people, m from the sample of incoming children.
 * It is pure: the same people and sample give the same decisions.
 */
export function createMatcher(
  people: readonly Told[],
  sample: readonly Told[],
  /** Places of those who are inactive. */
  inactive: ReadonlySet<number> = new Set(),
): Matcher {
  const records = people.map(foldRecord)
  const index = indexCandidates(records)
  const households = indexHouseholds(records)
  const expected = estimateFrequencies(records)
  const sampled = sample.map(foldRecord).map((child) => {
    const candidates = index.find(child).flatMap((place) => records[place] ?? [])
    return compareCandidates(expected, child, candidates)
  })
  const model = estimateAgreement(expected, sampled)
  const byExternalId = new Map(
    people.flatMap((told, place) => listExternalIds(told).map((number) => [keyOf(number), place])),
  )

  function match(told: Told, rules?: readonly RuleName[]): RankedCandidate[] {
    const child = { told, record: foldRecord(told), rules }
    const number = tellExternalId(told)
    const known = number && byExternalId.get(keyOf(number))
    const places = new Set([...index.find(child.record), ...(known === undefined ? [] : [known])])
    const contenders = [...places].flatMap((place) => {
      const [person, record] = [people[place], records[place]]
      return person && record ? [{ place, told: person, record, isInactive: inactive.has(place) }] : []
    })
    const ranked = rankContenders(model, child, contenders)
    const [best] = ranked
    const household = best ? households.around(child.record, best.place) : { relatives: 0 }
    return decideRanked(model, child, { ranked, household })
  }

  return { model, match }
}

function keyOf({ source, id }: ExternalId): string {
  return JSON.stringify([source, id])
}
