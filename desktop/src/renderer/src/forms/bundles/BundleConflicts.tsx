import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Decisions } from '@send/shared/forms/merging/conflict'
import { translator } from '@send/shared/texts/translator'

import { ConflictList } from '../conflicts/ConflictList.tsx'
import { useDecisions, type Versions } from '../conflicts/useDecisions.ts'
import { titleOfForm } from '../editor/outline-items.ts'

const t = translator('en')

type BundleConflictsProps = {
  versions: Versions
  /** Kept by whoever shows this, so that one may look at the file again and go on. */
  decisions: Decisions
  onDecided: (decisions: Decisions) => void
  busy: boolean
  onLeave: () => void
  onApply: (definition: FormDefinition) => void
}

/** What the file contradicts of what was changed here; it is imported once all of it is decided. */
export function BundleConflicts({ versions, decisions, onDecided, ...props }: BundleConflictsProps) {
  const deciding = useDecisions(versions, { start: decisions, onDecided })
  return (
    <ConflictList
      {...props}
      title={titleOfForm(versions.mine)}
      back={t('bundles.importTitle')}
      colleague={t('bundles.theirs')}
      hint={t('bundles.decideHint')}
      deciding={deciding}
    />
  )
}
