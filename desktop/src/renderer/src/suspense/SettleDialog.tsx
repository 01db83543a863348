import { translator } from '@send/shared/texts/translator'

import { ConfirmDialog } from '../submissions/work-list/ConfirmDialog.tsx'
import { useSettleChild } from './useSettleChild.ts'

const t = translator('en')

/** Whom a child is to be matched to; `inactive` says since when and why, of whoever is. */
export type ChosenPerson = { personId: string; name: string; inactive?: string | undefined }

type SettleDialogProps = {
  incomingChildId: string
  version: number
  childName: string
  person: ChosenPerson | undefined
  onClose: () => void
  onSettled: () => void
}

/** The last question before a child is matched or added as new. */
export function SettleDialog({ onClose, onSettled, ...aim }: SettleDialogProps) {
  const { settle, busy } = useSettleChild(aim, () => {
    onClose()
    onSettled()
  })
  const { childName: child, person } = aim
  return (
    <ConfirmDialog
      opened
      title={person ? t('suspense.matchTitle') : t('suspense.addAsNewTitle')}
      sentence={
        person
          ? [
              t('suspense.matchSentence', { child, person: person.name }),
              ...(person.inactive ? [t('suspense.matchInactive', { inactive: person.inactive })] : []),
            ].join(' ')
          : t('suspense.addAsNewSentence', { child })
      }
      confirm={person ? t('suspense.match') : t('suspense.addAsNew')}
      busy={busy}
      onConfirm={settle}
      onCancel={onClose}
    />
  )
}
