import { comparePlainDates } from '../values/plain-date.ts'
import type { PlainDate } from '../values/plain-date.ts'

/**
 * A form definition begins as a draft on an officer's computer. Publishing makes an immutable numbered
 * version on the server, which is Live (people may start it) or Not live (nobody new may). A version is
 * never changed: the next publication is the next number. Submissions stay pinned to theirs, unless the
 * publisher chose that those in progress go on in the new one and are asked only what changed.
 *
 * A form that is switched on is Live between its dates, by the calendar in London. Whoever began it while
 * it was Live may finish and send it later.
 *
 * Internal forms are never Live: which of their versions staff fill in follows from `effective-versions`.
 */
export type PublishedFormStatus = 'live' | 'notLive'
export type FormAction = 'start' | 'publish' | 'makeLive' | 'makeNotLive' | 'setDates'

/** Status → what may be done, and by whom. */
export const formLifecycle = {
  live: { start: 'portalUser', publish: 'formBuilder', makeNotLive: 'formBuilder', setDates: 'formBuilder' },
  notLive: { publish: 'formBuilder', makeLive: 'formBuilder', setDates: 'formBuilder' },
} as const satisfies Record<PublishedFormStatus, Partial<Record<FormAction, 'portalUser' | 'formBuilder'>>>

/** Whether an action is open to anybody in this status. */
export function canOnForm(status: PublishedFormStatus, action: FormAction): boolean {
  return action in formLifecycle[status]
}

/** Whether a form is switched on, and its first and last day; null is from ever, or for ever. */
export type LiveDates = { live: boolean; liveFrom: PlainDate | null; liveUntil: PlainDate | null }

/** How a form stands with new starters on a day, and why. */
export type LiveState = 'live' | 'switchedOff' | 'notYet' | 'ended'

/** How a form stands on a day in London; its first and its last day are within. */
export function liveStateOn({ live, liveFrom, liveUntil }: LiveDates, today: PlainDate): LiveState {
  if (!live) return 'switchedOff'
  if (liveFrom !== null && comparePlainDates(today, liveFrom) < 0) return 'notYet'
  return liveUntil !== null && comparePlainDates(today, liveUntil) > 0 ? 'ended' : 'live'
}

/** Live or Not live on a day in London. */
export function statusOn(form: LiveDates, today: PlainDate): PublishedFormStatus {
  return liveStateOn(form, today) === 'live' ? 'live' : 'notLive'
}

/** Whether dates can be meant: the last day is not before the first. */
export function areDatesInOrder({ liveFrom, liveUntil }: Omit<LiveDates, 'live'>): boolean {
  return liveFrom === null || liveUntil === null || comparePlainDates(liveFrom, liveUntil) <= 0
}
