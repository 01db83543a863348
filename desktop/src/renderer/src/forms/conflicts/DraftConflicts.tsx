import { notifications } from '@mantine/notifications'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { translator } from '@send/shared/texts/translator'
import { useMemo } from 'react'

import type { Draft, WholeDraft } from '../../../../main/forms/drafts.ts'
import { bridge } from '../../bridge.ts'
import { titleOfForm } from '../editor/outline-items.ts'
import { ConflictList } from './ConflictList.tsx'
import { useDecisions } from './useDecisions.ts'

const t = translator('en')

type DraftConflictsProps = {
  draft: WholeDraft & { base: FormDefinition }
  onLeave: () => void
  onDone: (draft: Draft) => void
  onStale: () => void
}

/** What contradicts a colleague's changes; each decision is kept on this computer, so that one may go on later. */
export function DraftConflicts({ draft, onLeave, onDone, onStale }: DraftConflictsProps) {
  const { formId, base, definition, theirs } = draft
  const versions = useMemo(
    () => ({ base, mine: definition, theirs: theirs?.definition ?? base }),
    [base, definition, theirs],
  )
  const deciding = useDecisions(versions, {
    start: draft.decisions,
    onDecided: (decisions) => void bridge.drafts.decide({ formId, decisions }),
  })
  const colleague = theirs?.changedBy.name ?? ''

  async function apply(resolved: FormDefinition) {
    const baseVersion = theirs?.baseVersion ?? draft.baseVersion
    const taken = theirs ? { takenIn: theirs.revision } : {}
    const answer = await bridge.drafts.save({ formId, baseVersion, definition: resolved, ...taken })
    if (!answer.ok) notifications.show({ color: 'red', message: answer.error.message, autoClose: false })
    else if (answer.data.outcome === 'stale') onStale()
    else onDone({ formId, baseVersion, definition: resolved })
  }
  return (
    <ConflictList
      title={titleOfForm(definition)}
      back={t('conflicts.back')}
      colleague={colleague}
      hint={t('conflicts.hint', { name: colleague })}
      deciding={deciding}
      onLeave={onLeave}
      onApply={(resolved) => void apply(resolved)}
    />
  )
}
