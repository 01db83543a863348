import type { FamilyDecision } from '@send/shared/suspense/conflicts/family/family-decision'
import { useState } from 'react'

import type { FamilyConflict } from './family-conflict-words.ts'

/** Who it is on record, for an addition, null for nobody yet; and whose place it takes, for a replacement. */
export type FamilyChoice = { choice: 'keep' | 'add' | 'later' | 'replace'; targetId: string | null }
type Decided = FamilyChoice & { seen: string }

export type DecidingFamily = {
  choiceOf: (conflict: FamilyConflict) => FamilyChoice | undefined
  /** Whether ours changed after it was decided: that decision counts no more. */
  isStale: (conflict: FamilyConflict) => boolean
  decide: (conflict: FamilyConflict, choice: FamilyChoice['choice'], targetId?: string | null) => void
  left: number
  /** What is sent: all that is not left for later. */
  decisions: FamilyDecision[]
}

/** Whether a choice makes sense: there may be nothing whose place it could take, or nothing left to add. */
export function canChooseForFamily(
  { replaceable, isSame }: FamilyConflict,
  choice: FamilyChoice['choice'],
): boolean {
  if (choice === 'replace') return replaceable.length > 0
  return choice !== 'add' || !isSame
}

/** The one whom an officer most likely means: what is preferred, and whoever alone is reached by the same. */
export function proposeTarget(conflict: FamilyConflict, choice: FamilyChoice['choice']): string | null {
  if (choice === 'replace') return conflict.replaceable[0]?.contactId ?? null
  const [reached, ...others] = conflict.possible.filter(({ hasSameContact }) => hasSameContact)
  return choice === 'add' && reached && others.length === 0 ? reached.personId : null
}

/** Whether a choice asks further: who it is, or whose place it takes. */
export function asksTarget(
  { possible, replaceable }: FamilyConflict,
  choice: FamilyChoice['choice'],
): boolean {
  return (choice === 'add' && possible.length > 0) || (choice === 'replace' && replaceable.length > 1)
}

/** An addition as it is sent: of whoever bears the name it is they. */
export function additionOf(conflict: FamilyConflict, carerId: string | null): FamilyDecision {
  const { conflictId, seen } = conflict
  return { conflictId, seen, decision: 'add', carerId }
}

/** What an officer chose for each conflict of a family, of what they saw; nothing is done with it before they say so. */
export function useFamilyDecisions(open: readonly FamilyConflict[]): DecidingFamily {
  const [decided, setDecided] = useState<ReadonlyMap<string, Decided>>(new Map())
  function choiceOf({ conflictId, seen }: FamilyConflict): FamilyChoice | undefined {
    const one = decided.get(conflictId)
    return one?.seen === seen ? one : undefined
  }
  return {
    choiceOf,
    isStale: (conflict) => decided.has(conflict.conflictId) && choiceOf(conflict) === undefined,
    decide(conflict, choice, targetId = proposeTarget(conflict, choice)) {
      const { conflictId, seen } = conflict
      if (canChooseForFamily(conflict, choice))
        setDecided((before) => new Map(before).set(conflictId, { choice, targetId, seen }))
    },
    left: open.filter((conflict) => choiceOf(conflict) === undefined).length,
    decisions: open.flatMap((conflict): FamilyDecision[] => {
      const { conflictId, seen } = conflict
      const chosen = choiceOf(conflict)
      if (!chosen || chosen.choice === 'later') return []
      const { choice, targetId } = chosen
      if (choice === 'add') return [additionOf(conflict, targetId)]
      if (choice === 'keep') return [{ conflictId, seen, decision: 'keep' }]
      return targetId === null ? [] : [{ conflictId, seen, decision: 'replace', contactId: targetId }]
    }),
  }
}
