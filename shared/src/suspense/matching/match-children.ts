import { indexCandidates } from './candidate-index.ts'
import { compareRecords } from './compare-records.ts'
import { applyRules, type RuleName } from './deterministic-rules.ts'
import { estimateAgreement } from './estimate-agreement.ts'
import { estimateFrequencies } from './estimate-frequencies.ts'
import { explainWeight, probabilityOf, type Reason } from './explain-weight.ts'
import { readIdentity } from './identity.ts'
import { indexHouseholds } from './index-households.ts'
import { foldRecord, type MatchRecord, type Told } from './match-record.ts'
import type { MatchingModel } from './matching-model.ts'
import { automaticProbability, listVetoes, type Veto } from './never-automatic.ts'
import { weighBest, type Weighed } from './weigh-comparison.ts'

/** What becomes of a candidate: matched by itself, shown to an officer, or only listed. */
export type Decision = 'automatic' | 'officer' | 'unlikely'

export type RankedCandidate = {
  /** Place of the person among those whom the matcher was made of. */
  place: number
  weight: number
  probability: number
  decision: Decision
  reasons: Reason[]
  /** The B2B rule that names this person; it decides before the score. */
  rule: RuleName | undefined
  /** Why the best candidate is left to an officer; empty for the others. */
  vetoes: Veto[]
}

export type Matcher = {
  model: MatchingModel
  /** The best candidates of a child, five at most, the best first. */
  match(told: Told): RankedCandidate[]
}

const mostShown = 5
/** Below this a candidate is only listed. */
const officerProbability = 0.01
/** A rule that hits somebody whom everything else speaks against is left to an officer. */
const ruleProbability = 0.5

/**
 * A matcher of incoming children against people: u comes from the people, m from the sample of incoming children.
 * It is pure: the same people and sample give the same decisions.
 */
export function createMatcher(people: readonly Told[], sample: readonly Told[]): Matcher {
  const records = people.map(foldRecord)
  const index = indexCandidates(records)
  const households = indexHouseholds(records)
  const incoming = sample.map(foldRecord)
  const model = estimateAgreement(estimateFrequencies(records), { people: records, index, incoming })
  const byExternalId = new Map(people.map(({ externalId }, place) => [externalId, place]))

  function match(told: Told): RankedCandidate[] {
    const child = foldRecord(told)
    const known = told.externalId ? byExternalId.get(told.externalId) : undefined
    const places = new Set([...index.find(child), ...(known === undefined ? [] : [known])])
    const ranked = [...places]
      .flatMap((place) => weighPlace(child, place))
      .toSorted((a, b) => b.weighed.weight - a.weighed.weight || a.place - b.place)
    const shown = ranked.slice(0, mostShown)
    const named = ranked.find(({ place }) => place === known)
    if (named && !shown.includes(named)) shown.splice(mostShown - 1, 1, named)
    const identity = readIdentity(told)
    const ruled = shown.map(({ place, weighed }) => {
      return { place, weighed, rule: applyRules(identity, readIdentity(people[place] ?? {})).rule }
    })
    return ruled.map((candidate, rank) => {
      const vetoed = rank === 0 ? listVetoesOf(child, candidate, ruled[1]?.weighed) : []
      return describe(candidate, ruled, vetoed)
    })
  }

  function weighPlace(child: MatchRecord, place: number): { place: number; weighed: Weighed }[] {
    const person = records[place]
    return person ? [{ place, weighed: weighBest(model, compareRecords(model, child, person)) }] : []
  }

  function listVetoesOf(child: MatchRecord, best: Candidate, next: Weighed | undefined): Veto[] {
    const person = records[best.place] ?? child
    return listVetoes({
      model,
      incoming: child,
      person,
      best: best.weighed,
      probability: probabilityOf(best.weighed.weight),
      next: next ? probabilityOf(next.weight) : 0,
      rule: best.rule,
      household: households.around(child, best.place),
    })
  }

  return { model, match }
}

type Candidate = { place: number; weighed: Weighed; rule: RuleName | undefined }

function describe(candidate: Candidate, all: Candidate[], vetoed: Veto[]): RankedCandidate {
  const { place, weighed, rule } = candidate
  const probability = probabilityOf(weighed.weight)
  return {
    place,
    weight: weighed.weight,
    probability,
    decision: decide(candidate, all, { probability, vetoed }),
    reasons: explainWeight(weighed),
    rule,
    vetoes: vetoed,
  }
}

type Grounds = { probability: number; vetoed: Veto[] }

/** The rules first, the score where none hits, and what is never automatic before both. */
function decide(candidate: Candidate, all: Candidate[], { probability, vetoed }: Grounds): Decision {
  // Two systems may use one number for two people: an id that all else contradicts decides nothing.
  const hits = all.filter(
    ({ rule, weighed }) => rule !== undefined && probabilityOf(weighed.weight) >= officerProbability,
  )
  const certain =
    hits.length > 0
      ? hits.length === 1 && hits[0] === candidate && probability >= ruleProbability
      : probability >= automaticProbability
  if (candidate === all[0] && certain && vetoed.length === 0) return 'automatic'
  return probability >= officerProbability || candidate.rule ? 'officer' : 'unlikely'
}
