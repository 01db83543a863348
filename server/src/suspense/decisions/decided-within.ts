import type { DecisionPeriod } from '@send/shared/suspense/matching-settings'
import { addDays, startOfDayInLondon } from '@send/shared/values/plain-date'
import { and, gte, lt, type SQL } from 'drizzle-orm'
import { matchingDecisions } from './tables.ts'

/** Of the days of a period, both included. */
export function decidedWithin({ from, to }: DecisionPeriod): SQL | undefined {
  const { decidedAt } = matchingDecisions
  return and(
    from === null ? undefined : gte(decidedAt, startOfDayInLondon(from)),
    to === null ? undefined : lt(decidedAt, startOfDayInLondon(addDays(to, 1))),
  )
}
