import { compareRecords, type Ways } from './compare-records.ts'
import { fields } from './fields.ts'
import type { Field } from './fields/field.ts'
import type { MatchRecord } from './match-record.ts'
import { modelField, type FieldModel, type MatchingModel } from './matching-model.ts'
import { weighBest, type Weighed } from './weigh-comparison.ts'

/** Matching pairs by which the expected shares are counted. */
const expectedAs = 40
const mostRounds = 15
/** Shares have settled when none moves by more. */
const settled = 0.0005
/** Bits below which a pair is left out from the start: it would count as less than a hundred-thousandth. */
const hopeless = -17
const [leastShare, mostShare] = [0.0001, 0.9999]

/**
 * How an incoming child and each of its candidates compare, without those that could not count: what the shares of
 * agreement are estimated from.
 */
export function compareCandidates(
  model: MatchingModel,
  child: MatchRecord,
  candidates: readonly MatchRecord[],
): Ways[] {
  return candidates
    .map((person) => compareRecords(model, child, person))
    .filter((ways) => weighBest(model, ways).weight > hopeless)
}

/**
 * How often records of one person agree (m), by expectation maximisation: every incoming child is weighed against
 * its candidates, the levels are counted by the probability of each pair, and so on until the shares have settled.
 * u stays as it is, and an incoming child counts as one person at most.
 */
export function estimateAgreement(model: MatchingModel, children: readonly Ways[][]): MatchingModel {
  let current = model
  for (let round = 0; round < mostRounds; round += 1) {
    const next = improve(current, model, children)
    const moved = furthestMove(current, next)
    current = next
    if (moved < settled) break
  }
  return current
}

function improve(
  current: MatchingModel,
  expected: MatchingModel,
  children: readonly Ways[][],
): MatchingModel {
  const counts = fields.map(({ id }) => expected.fields[id].m.map((share) => share * expectedAs))
  let [swapped, all] = [expected.swappedShare * expectedAs, expectedAs]
  for (const candidates of children) {
    for (const { probability, weighed } of shareOut(current, candidates)) {
      if (probability < 0.001) continue
      all += probability
      if (weighed.comparison.swapped) swapped += probability
      for (const [place, { level }] of weighed.comparison.fields.entries()) {
        const levels = counts[place]
        if (levels && level !== undefined) levels[level] = (levels[level] ?? 0) + probability
      }
    }
  }
  const improved = fields.map((field, place) => {
    return [field.id, withShares(field, current.fields[field.id], counts[place] ?? [])]
  })
  return {
    ...current,
    swappedShare: Math.min(Math.max(swapped / all, 0.001), 0.3),
    fields: Object.fromEntries(improved) as MatchingModel['fields'],
  }
}

/** The probabilities of a child’s candidates, of whom one at most is the child. */
function shareOut(model: MatchingModel, candidates: Ways[]): { probability: number; weighed: Weighed }[] {
  const weighed = candidates.map((ways) => weighBest(model, ways))
  const odds = weighed.map(({ weight }) => 2 ** weight)
  const all = odds.reduce((sum, each) => sum + each, 1)
  return weighed.map((each, place) => ({ weighed: each, probability: (odds[place] ?? 0) / all }))
}

function withShares(field: Field, model: FieldModel, counts: readonly number[]): FieldModel {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const m = counts.map((count) => Math.min(Math.max(count / all, leastShare), mostShare))
  return modelField(field, { ...model, m })
}

function furthestMove(a: MatchingModel, b: MatchingModel): number {
  const moves = fields.flatMap(({ id }) =>
    a.fields[id].m.map((share, level) => Math.abs(share - (b.fields[id].m[level] ?? 0))),
  )
  return Math.max(...moves)
}
