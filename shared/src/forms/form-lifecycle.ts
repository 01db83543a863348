/**
 * A form definition begins as a draft on an officer's computer. Publishing makes an immutable numbered
 * version on the server, which is Live (people may start it) or Not live (nobody new may). A version is
 * never changed: the next publication is the next number, and submissions stay pinned to theirs.
 */
export type PublishedFormStatus = 'live' | 'notLive'
export type FormAction = 'start' | 'publish' | 'makeLive' | 'makeNotLive'

/** Status → what may be done, and by whom. */
export const formLifecycle = {
  live: { start: 'portalUser', publish: 'formBuilder', makeNotLive: 'formBuilder' },
  notLive: { publish: 'formBuilder', makeLive: 'formBuilder' },
} as const satisfies Record<PublishedFormStatus, Partial<Record<FormAction, 'portalUser' | 'formBuilder'>>>

/** Whether an action is open to anybody in this status. */
export function canOnForm(status: PublishedFormStatus, action: FormAction): boolean {
  return action in formLifecycle[status]
}
