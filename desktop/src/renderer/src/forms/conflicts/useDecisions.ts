import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Conflict, Decision, Decisions } from '@send/shared/forms/merging/conflict'
import { mergeDrafts } from '@send/shared/forms/merging/merge-drafts'
import { useMemo, useState } from 'react'

export type Versions = { base: FormDefinition; mine: FormDefinition; theirs: FormDefinition }

export type Deciding = {
  versions: Versions
  /** All that is or was to be decided, in the order of the form. */
  conflicts: readonly Conflict[]
  decisions: Decisions
  decide: (conflict: Conflict, decision: Decision) => void
  /** How many nobody has decided yet. */
  left: number
  resolved: FormDefinition | undefined
}

/** The decisions about what contradicts; `onDecided` hears of each, so that it can be kept. */
export function useDecisions(
  versions: Versions,
  {
    start = {},
    onDecided = () => {},
  }: { start?: Decisions; onDecided?: (decisions: Decisions) => void } = {},
): Deciding {
  const [decisions, setDecisions] = useState<Decisions>(start)
  const [revealed, setRevealed] = useState<readonly Conflict[]>([])
  const first = useMemo(() => mergeDrafts(versions).conflicts, [versions])
  const merged = useMemo(() => mergeDrafts(versions, decisions), [versions, decisions])
  const known = new Set(first.map(({ id }) => id))
  const more = [...revealed, ...merged.conflicts].filter(({ id }) => !known.has(id))
  const conflicts = [...first, ...new Map(more.map((one) => [one.id, one])).values()]
  return {
    versions,
    conflicts,
    decisions,
    decide(conflict, decision) {
      const next = { ...decisions, [conflict.id]: decision }
      setDecisions(next)
      // A decision may bring up another one, which stays on the screen once it is decided too.
      setRevealed(more)
      onDecided(next)
    },
    left: merged.conflicts.length,
    resolved: merged.conflicts.length === 0 ? merged.definition : undefined,
  }
}
