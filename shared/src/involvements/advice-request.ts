import { z } from 'zod'
import { addDays, comparePlainDates, daysBetween, type PlainDate } from '../values/plain-date.ts'
import { getDeadline } from './statutory-deadlines.ts'

/**
 * The authority asks an organisation for advice about a child (`asked`). Somebody of it begins the form (`inProgress`)
 * and sends it (`answered`), or says that they do not know the child and what they looked through (`notKnown`): that
 * is an answer too. Until then the request is handed from colleague to colleague, and the authority may take it back
 * with a reason (`withdrawn`); then nobody of the organisation sees it any more, and what was begun is deleted.
 */
export const adviceStates = ['asked', 'inProgress', 'answered', 'notKnown', 'withdrawn'] as const
export const AdviceState = z.enum(adviceStates)
export type AdviceState = z.infer<typeof AdviceState>
export type AdviceAction = 'begin' | 'goOn' | 'answerNotKnown' | 'handOver' | 'withdraw'

/** State → what may be done, and by whom: somebody of the organisation, or an officer who shares. */
const adviceLifecycle = {
  asked: {
    begin: 'organisation',
    answerNotKnown: 'organisation',
    handOver: 'organisation',
    withdraw: 'share',
  },
  inProgress: {
    goOn: 'organisation',
    answerNotKnown: 'organisation',
    handOver: 'organisation',
    withdraw: 'share',
  },
  answered: {},
  notKnown: {},
  withdrawn: {},
} as const satisfies Record<AdviceState, Partial<Record<AdviceAction, 'organisation' | 'share'>>>

/** Whether an action is open to anybody in this state. */
export function canOnAdvice(state: AdviceState, action: AdviceAction): boolean {
  return action in adviceLifecycle[state]
}

/** Whether an answer is still waited for. */
export function isOpenAdvice(state: AdviceState): boolean {
  return canOnAdvice(state, 'withdraw')
}

/** What has happened to a request: when, or null. */
export type AdviceFacts = {
  withdrawnAt: Date | null
  notKnownAt: Date | null
  /** The form that was begun to answer it. */
  submissionId: string | null
  /** When that form was sent. */
  sentAt: Date | null
}

/** How a request stands. */
export function adviceState({ withdrawnAt, notKnownAt, submissionId, sentAt }: AdviceFacts): AdviceState {
  if (withdrawnAt !== null) return 'withdrawn'
  if (notKnownAt !== null) return 'notKnown'
  if (sentAt !== null) return 'answered'
  return submissionId === null ? 'asked' : 'inProgress'
}

/** Days in which an organisation still sees, among its recent work, a request that it answered. */
export const recentAdviceDays = 30

/** The day by which advice must be given, unless the authority asks for an earlier or later one. */
export function adviceDueOn(askedOn: PlainDate): PlainDate {
  return addDays(askedOn, getDeadline('giveAdvice', askedOn).days)
}

/** The last day that can be asked for: a year is no request any more, but a slip of the keyboard. */
export function latestAdviceDay(askedOn: PlainDate): PlainDate {
  return addDays(askedOn, 365)
}

/** How near a day is, for people: a number of days is never 0. */
export type Nearness =
  | { when: 'overdue'; days: number }
  | { when: 'today' }
  | { when: 'tomorrow' }
  | { when: 'later'; days: number }

/** How near the day is by which an answer is due; overdue from the day after. */
export function nearnessOf(dueOn: PlainDate, today: PlainDate): Nearness {
  const days = daysBetween(today, dueOn)
  if (days < 0) return { when: 'overdue', days: -days }
  if (days === 0) return { when: 'today' }
  return days === 1 ? { when: 'tomorrow' } : { when: 'later', days }
}

/** Whether an answer is still waited for after its day. */
export function isOverdueAdvice(
  request: { state: AdviceState; dueOn: PlainDate },
  today: PlainDate,
): boolean {
  return isOpenAdvice(request.state) && comparePlainDates(request.dueOn, today) < 0
}
