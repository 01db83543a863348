/**
 * An incoming child waits in suspense from its first submission. The rules find it auto-matched (one
 * person hit, nothing differs), with conflicts (one person hit, something differs) or unmatched; an officer
 * alone settles it, by matching or adding a new person. Settled, it is ready: the link serves the next
 * submission too. When it was the wrong person, an officer undoes the match, and it waits again as it did before.
 */
export const suspenseStates = ['autoMatched', 'conflicts', 'unmatched', 'ready'] as const
export type SuspenseState = (typeof suspenseStates)[number]
export type SuspenseAction = 'match' | 'addAsNew' | 'undo'

/** State → what may be done, and by whom. */
export const suspenseLifecycle = {
  autoMatched: { match: 'matching', addAsNew: 'matching' },
  conflicts: { match: 'matching', addAsNew: 'matching' },
  unmatched: { match: 'matching', addAsNew: 'matching' },
  ready: { undo: 'matching' },
} as const satisfies Record<SuspenseState, Partial<Record<SuspenseAction, 'matching'>>>

/** Whether an action is open to anybody in this state. */
export function canInSuspense(state: SuspenseState, action: SuspenseAction): boolean {
  return action in suspenseLifecycle[state]
}
