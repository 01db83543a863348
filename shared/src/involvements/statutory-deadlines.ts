import type { PlainDate } from '../values/plain-date.ts'
import { addDays, comparePlainDates } from '../values/plain-date.ts'

/** A legal deadline as data: how many calendar days from which event, by which rule, in force since when. */
export type StatutoryDeadline = {
  name: 'decideWhetherToAssess' | 'giveAdvice'
  days: number
  from: 'requestReceived' | 'adviceAskedFor'
  source: string
  inForceFrom: PlainDate
  inForceUntil?: PlainDate
}

export const statutoryDeadlines: readonly StatutoryDeadline[] = [
  {
    name: 'decideWhetherToAssess',
    days: 42,
    from: 'requestReceived',
    source: 'Special Educational Needs and Disability Regulations 2014 (SI 2014/1530), regulation 5(1)',
    inForceFrom: '2014-09-01',
  },
  {
    name: 'giveAdvice',
    days: 42,
    from: 'adviceAskedFor',
    source: 'Special Educational Needs and Disability Regulations 2014 (SI 2014/1530), regulation 8(1)',
    inForceFrom: '2014-09-01',
  },
]

/** The deadline of that name in force on the day of the event; throws when the law knew none. */
export function getDeadline(name: StatutoryDeadline['name'], on: PlainDate): StatutoryDeadline {
  const found = statutoryDeadlines.find(
    (deadline) =>
      deadline.name === name &&
      comparePlainDates(deadline.inForceFrom, on) <= 0 &&
      (deadline.inForceUntil === undefined || comparePlainDates(on, deadline.inForceUntil) <= 0),
  )
  if (!found) throw new Error(`No deadline ${name} was in force on ${on}`)
  return found
}

/** The day by which the authority must say whether it will assess: received + 42 days. */
export function decisionDueOn(receivedOn: PlainDate): PlainDate {
  return addDays(receivedOn, getDeadline('decideWhetherToAssess', receivedOn).days)
}
