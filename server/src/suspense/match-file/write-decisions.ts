import type { RankedCandidate } from '@send/shared/suspense/matching/rank-candidates'
import type { Told } from '@send/shared/suspense/matching/match-record'
import { listFlags } from '@send/shared/suspense/matching/list-flags'
import { ruleTexts } from '@send/shared/suspense/matching/deterministic-rules'
import { vetoes } from '@send/shared/suspense/matching/vetoes'
import { writeCsvLine } from '@send/shared/values/csv'

export const decisionColumns = [
  'incoming_id',
  'person_external_id',
  'rank',
  'weight',
  'probability',
  'decision',
  'reasons',
]

type Line = {
  line: number
  told: Told
  problem: string | undefined
  /** The earlier line with the same id. */
  repeats: number | undefined
  candidates: RankedCandidate[]
  /** The people of the candidates, in their order. */
  names: string[]
}

/** The decisions on one incoming child as lines of CSV: one a candidate, or one that says that there is none. */
export function writeDecisions({ line, told, problem, repeats, candidates, names }: Line): string {
  const id = told.externalId || `line ${line}`
  const flags = [
    ...(problem === undefined ? [] : [`Line ${line}: ${problem}`]),
    ...(repeats === undefined ? [] : [`external_id stands in line ${repeats} already`]),
    ...listFlags(told),
  ].map((words) => ({ reason: 'flag', words, weight: 0 }))
  if (candidates.length === 0) return writeCsvLine([id, '', '', '', 0, 'unmatched', JSON.stringify(flags)])
  return candidates
    .map(({ weight, probability, decision, reasons, rule, vetoes: vetoed }, place) => {
      const named = rule ? [{ reason: 'rule', words: ruleTexts[rule], weight: 0 }] : []
      const never = vetoed.map((veto) => ({ reason: 'neverAutomatic', words: vetoes[veto], weight: 0 }))
      const weighed = reasons.map(({ oneIn, ...reason }) => (oneIn === null ? reason : { ...reason, oneIn }))
      const all = JSON.stringify([...weighed, ...named, ...never, ...flags])
      return writeCsvLine([id, names[place] ?? '', place + 1, weight, probability, decision, all])
    })
    .join('')
}
