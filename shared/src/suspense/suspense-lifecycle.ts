/**
 * An incoming child waits in suspense from its first submission. Its candidates are scored when it comes in, and again
 * when somebody asks or a new record may be the child: it is auto-matched (one person is certain and nothing
 * differs), has conflicts (one person is likelier than all others and nobody together, but something differs or
 * speaks against doing it unseen) or is unmatched (nobody is likely, or more than one). All three are proposals: an
 * officer alone settles it, by matching or adding a new person. Meanwhile an officer may say of a person that it is not
 * the child, and take that back.
 * Settled, it is ready: the link serves the next submission too. When it was the wrong person, an officer undoes the
 * match, and it waits again as it did before.
 */
export const suspenseStates = ['autoMatched', 'conflicts', 'unmatched', 'ready'] as const
export type SuspenseState = (typeof suspenseStates)[number]
export type WaitingState = Exclude<SuspenseState, 'ready'>
export type SuspenseAction = 'match' | 'addAsNew' | 'reject' | 'takeBack' | 'score' | 'undo'

const whileWaiting = {
  match: 'matching',
  addAsNew: 'matching',
  reject: 'matching',
  takeBack: 'matching',
  score: 'matching',
} as const satisfies Record<Exclude<SuspenseAction, 'undo'>, 'matching'>

/** State → what may be done, and by whom. */
export const suspenseLifecycle = {
  autoMatched: whileWaiting,
  conflicts: whileWaiting,
  unmatched: whileWaiting,
  ready: { undo: 'matching' },
} as const satisfies Record<SuspenseState, Partial<Record<SuspenseAction, 'matching'>>>

/** Whether an action is open to anybody in this state. */
export function canInSuspense(state: SuspenseState, action: SuspenseAction): boolean {
  return action in suspenseLifecycle[state]
}
