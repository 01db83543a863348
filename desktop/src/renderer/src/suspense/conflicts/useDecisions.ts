import { useState } from 'react'

import type { Conflict } from './conflict-words.ts'

export type Choice = 'keep' | 'accept' | 'later'
type Decided = { choice: Choice; seen: string }

export type Deciding = {
  choiceOf: (conflict: Conflict) => Choice | undefined
  /** Whether ours changed after it was decided: that decision counts no more. */
  isStale: (conflict: Conflict) => boolean
  decide: (conflict: Conflict, choice: Choice) => void
  /** How many are not decided yet. */
  left: number
  /** What is sent: all that is not left for later. */
  decisions: { conflictId: string; decision: 'keep' | 'accept'; seen: string }[]
}

/** What can be chosen for a conflict: what cannot be read is never accepted. */
export function canChoose({ trust }: Conflict, choice: Choice): boolean {
  return choice !== 'accept' || trust !== 'unreadable'
}

/** What an officer chose for each conflict, of what they saw; nothing is done with it before they say so. */
export function useDecisions(open: readonly Conflict[]): Deciding {
  const [decided, setDecided] = useState<ReadonlyMap<string, Decided>>(new Map())
  function choiceOf({ conflictId, seen }: Conflict): Choice | undefined {
    const one = decided.get(conflictId)
    return one?.seen === seen ? one.choice : undefined
  }
  return {
    choiceOf,
    isStale: (conflict) => decided.has(conflict.conflictId) && choiceOf(conflict) === undefined,
    decide({ conflictId, seen, ...conflict }, choice) {
      if (canChoose({ conflictId, seen, ...conflict }, choice))
        setDecided((before) => new Map(before).set(conflictId, { choice, seen }))
    },
    left: open.filter((conflict) => choiceOf(conflict) === undefined).length,
    decisions: open.flatMap((conflict) => {
      const choice = choiceOf(conflict)
      const { conflictId, seen } = conflict
      return choice === undefined || choice === 'later' ? [] : [{ conflictId, seen, decision: choice }]
    }),
  }
}
