import { compareRecords } from './compare-records.ts'
import { applyRules, type RuleName } from './deterministic-rules.ts'
import { explainWeight, probabilityOf, type Reason } from './explain-weight.ts'
import { readIdentity } from './identity.ts'
import type { Household } from './index-households.ts'
import type { MatchRecord, Told } from './match-record.ts'
import type { MatchingModel } from './matching-model.ts'
import { automaticProbability, listVetoes, type Veto } from './never-automatic.ts'
import { weighBest, type Weighed } from './weigh-comparison.ts'

/** What becomes of a candidate: matched by itself, shown to an officer, or only listed. */
export type Decision = 'automatic' | 'officer' | 'unlikely'

/** Somebody on record who may be an incoming child; of equal weights the lower place comes first. */
export type Contender = {
  place: number
  told: Told
  record: MatchRecord
  /** Whether the record says that the person left the area or died. */
  isInactive?: boolean | undefined
}

export type RankedContender<Known extends Contender = Contender> = Known & {
  weighed: Weighed
  rule: RuleName | undefined
}

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

/** An incoming child: as it was told, and folded; and which rules are in force for its sender, all unless it says so. */
export type Child = { told: Told; record: MatchRecord; rules?: readonly RuleName[] | undefined }

const mostShown = 5
/** Below this a candidate is only listed. */
const officerProbability = 0.01
/** From this on a person is more likely the child than not; a rule that hits somebody below is left to an officer. */
export const likelyProbability = 0.5

/** The best of those who may be a child, five at most, the best first; whoever has its external id is among them. */
export function rankContenders<Known extends Contender>(
  model: MatchingModel,
  child: Child,
  contenders: readonly Known[],
): RankedContender<Known>[] {
  const identity = readIdentity(child.told)
  const ranked = contenders
    .map((contender) => {
      return {
        ...contender,
        weighed: weighBest(model, compareRecords(model, child.record, contender.record)),
      }
    })
    .toSorted((a, b) => b.weighed.weight - a.weighed.weight || a.place - b.place)
  const shown = ranked.slice(0, mostShown)
  const { externalId } = child.told
  const named = externalId ? ranked.find(({ told }) => told.externalId === externalId) : undefined
  if (named && !shown.includes(named)) shown.splice(mostShown - 1, 1, named)
  return shown.map((each) => ({
    ...each,
    rule: applyRules(identity, readIdentity(each.told), child.rules).rule,
  }))
}

/** What becomes of each of the ranked, with the reasons; `household` is that of the child and the first of them. */
export function decideRanked(
  model: MatchingModel,
  child: Child,
  { ranked, household }: { ranked: readonly RankedContender[]; household: Household },
): RankedCandidate[] {
  return ranked.map((contender, rank) => {
    const { place, weighed, rule } = contender
    const probability = probabilityOf(weighed.weight)
    const vetoed =
      rank === 0
        ? listVetoes({
            model,
            incoming: child.record,
            person: contender.record,
            best: weighed,
            probability,
            next: ranked[1] ? probabilityOf(ranked[1].weighed.weight) : 0,
            rule,
            household,
            isInactive: contender.isInactive ?? false,
          })
        : []
    return {
      place,
      weight: weighed.weight,
      probability,
      decision: decide(contender, ranked, { probability, vetoed }),
      reasons: explainWeight(weighed),
      rule,
      vetoes: vetoed,
    }
  })
}

type Grounds = { probability: number; vetoed: Veto[] }

/** The rules first, the score where none hits, and what is never automatic before both. */
function decide(
  contender: RankedContender,
  all: readonly RankedContender[],
  { probability, vetoed }: Grounds,
): Decision {
  // Two systems may use one number for two people: an id that all else contradicts decides nothing.
  const hits = all.filter(
    ({ rule, weighed }) => rule !== undefined && probabilityOf(weighed.weight) >= officerProbability,
  )
  const certain =
    hits.length > 0
      ? hits.length === 1 && hits[0] === contender && probability >= likelyProbability
      : probability >= automaticProbability
  if (contender === all[0] && certain && vetoed.length === 0) return 'automatic'
  return probability >= officerProbability || contender.rule ? 'officer' : 'unlikely'
}
