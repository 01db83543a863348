import { isRejection, type PastVerdict } from './judge-past.ts'
import { wouldBeAutomatic, type AutomaticFrom, type Judged } from './matching/automatic-from.ts'

/** How many past children would have been automatic, and what people said of them. */
export type PastTally = { automatic: number; confirmed: number; rejected: number; discarded: number }

type Past = { candidates: readonly Judged[]; verdict: PastVerdict }

/** What a setting would have done in the past, by the numbers that were recorded then. */
export function tallyPast<Each extends Past>(
  past: readonly Each[],
  automaticFrom: AutomaticFrom,
): { tally: PastTally; automatic: Each[] } {
  const automatic = past.filter(({ candidates }) => wouldBeAutomatic(candidates, automaticFrom))
  const rejected = automatic.filter(({ verdict }) => isRejection(verdict)).length
  const discarded = automatic.filter(({ verdict }) => verdict === 'discarded').length
  const confirmed = automatic.length - rejected - discarded
  return { tally: { automatic: automatic.length, confirmed, rejected, discarded }, automatic }
}
