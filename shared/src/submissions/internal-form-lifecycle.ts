/**
 * A form that staff fill in on a person's chronology. Unfinished, it is open to whoever its access list lets write;
 * what is typed is saved as it is, right or wrong. Completing checks it and puts it on the chronology: from then on
 * nobody changes it. To mend it, it is amended: a new unfinished form begins with its answers, and replaces it when that
 * is completed. Discarding removes what was typed for good.
 */
export const internalFormStatuses = ['unfinished', 'completed', 'discarded'] as const
export type InternalFormStatus = (typeof internalFormStatuses)[number]

type InternalFormAction = 'save' | 'attach' | 'complete' | 'discard' | 'amend'

/** Status → what may be done, and which right of the access list it needs. */
const internalFormLifecycle = {
  unfinished: { save: 'write', attach: 'write', complete: 'write', discard: 'delete' },
  completed: { amend: 'write' },
  discarded: {},
} as const satisfies Record<InternalFormStatus, Partial<Record<InternalFormAction, 'write' | 'delete'>>>

/** Whether an action is open to anybody in this status. */
export function canOnInternalForm(status: InternalFormStatus, action: InternalFormAction): boolean {
  return action in internalFormLifecycle[status]
}
