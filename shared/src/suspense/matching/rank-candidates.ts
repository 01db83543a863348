import {
  automaticProbability,
  isAutomatic,
  officerProbability,
  type AutomaticFrom,
  type Judged,
} from './automatic-from.ts'
import { compareRecords } from './compare-records.ts'
import { applyRules, type RuleName } from './deterministic-rules.ts'
import { explainWeight, probabilityOf, type Reason } from './explain-weight.ts'
import { isKnownBy, tellExternalId } from './external-id.ts'
import { readIdentity } from './identity.ts'
import type { Household } from './index-households.ts'
import type { MatchRecord, Told } from './match-record.ts'
import type { MatchingModel } from './matching-model.ts'
import { listVetoes } from './never-automatic.ts'
import type { Veto } from './vetoes.ts'
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
  const number = tellExternalId(child.told)
  const named = ranked.find(({ told }) => isKnownBy(told, number))
  if (named && !shown.includes(named)) shown.splice(mostShown - 1, 1, named)
  return shown.map((each) => ({
    ...each,
    rule: applyRules(identity, readIdentity(each.told), {
      isKnown: isKnownBy(each.told, number),
      inForce: child.rules,
    }).rule,
  }))
}

type Ranked = {
  ranked: readonly RankedContender[]
  /** That of the child and the first of the ranked. */
  household: Household
  /** By default what counts where an authority settled nothing. */
  automaticFrom?: AutomaticFrom
}

/** What becomes of each of the ranked, with the reasons. */
export function decideRanked(
  model: MatchingModel,
  child: Child,
  { ranked, household, automaticFrom = automaticProbability }: Ranked,
): RankedCandidate[] {
  const judged = ranked.map(({ weighed, rule }): Judged => {
    return { probability: probabilityOf(weighed.weight), rule: rule ?? null, vetoes: [] }
  })
  const [first] = ranked
  const [best, second] = judged
  if (!first || !best) return []
  const vetoes = listVetoes({
    model,
    incoming: child.record,
    person: first.record,
    best: first.weighed,
    probability: best.probability,
    next: second?.probability ?? 0,
    rule: first.rule,
    household,
    automaticFrom,
    isInactive: first.isInactive ?? false,
  })
  const automatic = isAutomatic([{ ...best, vetoes }, ...judged.slice(1)], automaticFrom)
  return ranked.map(({ place, weighed, rule }, rank) => {
    const probability = probabilityOf(weighed.weight)
    const listed = probability >= officerProbability || rule ? 'officer' : 'unlikely'
    return {
      place,
      weight: weighed.weight,
      probability,
      decision: rank === 0 && automatic ? 'automatic' : listed,
      reasons: explainWeight(weighed),
      rule,
      vetoes: rank === 0 ? vetoes : [],
    }
  })
}
