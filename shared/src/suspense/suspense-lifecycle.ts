/**
 * An incoming child waits in suspense from its first submission. Its candidates are scored when it comes in, and again
 * when somebody asks or a new record may be the child: it is auto-matched (one person is certain and nothing
 * differs), has conflicts (one person is likelier than all others and nobody together, but something differs or
 * speaks against doing it unseen) or is unmatched (nobody is likely, or more than one). All three are proposals: an
 * officer alone settles it, by matching or adding a new person. Meanwhile an officer may say of a person that it is not
 * the child, and take that back; ask the sender one question at a time, and withdraw it.
 * Settled, it is ready: the link serves the next submission too. When it was the wrong person, an officer undoes the
 * match, and it waits again as it did before.
 * What is not for this authority is discarded with a reason: it leaves the queue with all that hangs on it, nothing is
 * deleted, and it can be brought back as it waited. Another form of its sender about the same child brings it back too.
 */
export const waitingStates = ['autoMatched', 'conflicts', 'unmatched'] as const
export const suspenseStates = [...waitingStates, 'ready', 'discarded'] as const
export type SuspenseState = (typeof suspenseStates)[number]
export type WaitingState = (typeof waitingStates)[number]

const whileWaiting = {
  match: 'matching',
  addAsNew: 'matching',
  reject: 'matching',
  takeBack: 'matching',
  score: 'matching',
  discard: 'matching',
  ask: 'matching',
  withdrawQuestion: 'matching',
  hold: 'matching',
} as const

export type SuspenseAction = keyof typeof whileWaiting | 'undo' | 'bringBack'

/** State → what may be done, and by whom. */
export const suspenseLifecycle = {
  autoMatched: whileWaiting,
  conflicts: whileWaiting,
  unmatched: whileWaiting,
  ready: { undo: 'matching' },
  discarded: { bringBack: 'matching' },
} as const satisfies Record<SuspenseState, Partial<Record<SuspenseAction, 'matching'>>>

/** Whether an action is open to anybody in this state. */
export function canInSuspense(state: SuspenseState, action: SuspenseAction): boolean {
  return action in suspenseLifecycle[state]
}
