import { notifications } from '@mantine/notifications'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { t, type FamilyMember, type Meanwhile, type Pair } from './family-words.ts'
import { MeanwhileNotice } from './MeanwhileNotice.tsx'
import { MergedNotice } from './MergedNotice.tsx'
import { useRelationship } from './useSaying.ts'

type RemoveDialogProps = { pair: Pair; member: FamilyMember; onClose: () => void }

/** Asks once before what was recorded by mistake goes from both records. */
export function RemoveDialog({ pair, member, onClose }: RemoveDialogProps) {
  const [meanwhile, setMeanwhile] = useState<Meanwhile | undefined>(undefined)
  const { remove, busy, merged } = useRelationship({
    onDone() {
      notifications.show({ message: t('family.removed') })
      onClose()
    },
    onRefused: onClose,
    onMeanwhile: setMeanwhile,
  })
  const { relationshipId, version, kind } = member
  const names = { adult: pair.adult.name, child: pair.child.name }
  return (
    <FormDialog
      hurts
      focusesConfirm
      title={t('family.removeTitle')}
      sentence={t('family.removeSentence', { ...names, kind: t(`family.kind.${kind}`).toLowerCase() })}
      confirm={t(meanwhile ? 'casework.close' : 'family.removeConfirm')}
      busy={busy}
      onConfirm={() =>
        meanwhile ? onClose() : remove({ personId: pair.child.personId, relationshipId, version })
      }
      onClose={onClose}
    >
      {merged && <MergedNotice merged={merged} />}
      {meanwhile && <MeanwhileNotice meanwhile={meanwhile} now={undefined} />}
    </FormDialog>
  )
}
