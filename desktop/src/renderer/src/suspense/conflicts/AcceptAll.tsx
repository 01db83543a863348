import { translator } from '@send/shared/texts/translator'

import { ReasonDialog } from '../../administration/ReasonDialog.tsx'
import { unitInWords, type Conflict } from './conflict-words.ts'
import classes from './conflicts.module.css'
import { becomesInWords, nameOfTold, type FamilyConflict } from './family-conflict-words.ts'
import { canChoose } from './useDecisions.ts'
import { proposeTarget } from './useFamilyDecisions.ts'

const t = translator('en')

type AcceptAllProps = {
  personName: string
  open: readonly Conflict[]
  openFamily: readonly FamilyConflict[]
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}

/** A look at all that would change, before all of it is accepted at once. */
export function AcceptAll({ personName, open, openFamily, busy, onConfirm, onClose }: AcceptAllProps) {
  return (
    <ReasonDialog
      title={t('importConflicts.acceptAllTitle')}
      sentence={t('importConflicts.acceptAllSentence', { person: personName })}
      confirm={t('importConflicts.accept')}
      asksWhy={false}
      wide
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <ul className={classes.changes}>
        {open.map((conflict) => (
          <li key={conflict.conflictId}>{changeInWords(conflict)}</li>
        ))}
        {openFamily.map((conflict) => (
          <li key={conflict.conflictId}>{additionInWords(conflict)}</li>
        ))}
      </ul>
    </ReasonDialog>
  )
}

function changeInWords(conflict: Conflict): string {
  const { unit, held, accepted } = conflict
  const name = t(`importField.${unit}`)
  if (!canChoose(conflict, 'accept')) return t('importConflicts.stays', { unit: name })
  const [before, after] = [unitInWords(unit, held), unitInWords(unit, accepted)]
  return t('importConflicts.change', { unit: name, before, after })
}

function additionInWords(conflict: FamilyConflict): string {
  const addition = { choice: 'add', targetId: proposeTarget(conflict, 'add') } as const
  const after = conflict.isSame ? t('importFamily.sameByNow') : becomesInWords(conflict, addition)
  return t('importFamily.change', { name: nameOfTold(conflict), after })
}
