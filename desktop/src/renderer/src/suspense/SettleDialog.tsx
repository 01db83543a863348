import { translator } from '@send/shared/texts/translator'

import { ConfirmDialog } from '../submissions/work-list/ConfirmDialog.tsx'
import { useSettleChild } from './useSettleChild.ts'

const t = translator('en')

type SettleDialogProps = {
  incomingChildId: string
  version: number
  childName: string
  person: { personId: string; name: string } | undefined
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
          ? t('suspense.matchSentence', { child, person: person.name })
          : t('suspense.addAsNewSentence', { child })
      }
      confirm={person ? t('suspense.match') : t('suspense.addAsNew')}
      busy={busy}
      onConfirm={settle}
      onCancel={onClose}
    />
  )
}
