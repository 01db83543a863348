import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Conflict, Decision, Decisions } from '@send/shared/forms/merging/conflict'
import { mergeDrafts } from '@send/shared/forms/merging/merge-drafts'
import { useMemo, useState } from 'react'

import type { WholeDraft } from '../../../../main/forms/drafts.ts'
import { bridge } from '../../bridge.ts'

type Versions = { base: FormDefinition; mine: FormDefinition; theirs: FormDefinition }

type Deciding = {
  versions: Versions
  /** All that is or was to be decided, in the order of the form. */
  conflicts: readonly Conflict[]
  decisions: Decisions
  decide: (conflict: Conflict, decision: Decision) => void
  /** How many nobody has decided yet. */
  left: number
  resolved: FormDefinition | undefined
}

/** The decisions about a draft; each is kept on this computer at once, so that one may leave and go on later. */
export function useDecisions(draft: WholeDraft & { base: FormDefinition }): Deciding {
  const { formId, base, definition, theirs } = draft
  const [decisions, setDecisions] = useState<Decisions>(draft.decisions)
  const [revealed, setRevealed] = useState<readonly Conflict[]>([])
  const versions = useMemo(
    () => ({ base, mine: definition, theirs: theirs?.definition ?? base }),
    [base, definition, theirs],
  )
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
      void bridge.drafts.decide({ formId, decisions: next })
    },
    left: merged.conflicts.length,
    resolved: merged.conflicts.length === 0 ? merged.definition : undefined,
  }
}
