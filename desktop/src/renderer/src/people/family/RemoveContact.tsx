import { notifications } from '@mantine/notifications'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { t, type Contact, type Meanwhile } from './family-words.ts'
import { MeanwhileNotice } from './MeanwhileNotice.tsx'
import { MergedNotice } from './MergedNotice.tsx'
import { useContact } from './useSaying.ts'

type RemoveContactProps = { contact: Contact; onClose: () => void }

/** Asks once before a number or address that never was somebody’s goes from the record. */
export function RemoveContact({ contact, onClose }: RemoveContactProps) {
  const [meanwhile, setMeanwhile] = useState<Meanwhile | undefined>(undefined)
  const { remove, busy, merged } = useContact({
    onDone() {
      notifications.show({ message: t('contacts.removed') })
      onClose()
    },
    onRefused: onClose,
    onMeanwhile: setMeanwhile,
  })
  const { personId, contactId, version, value } = contact
  return (
    <FormDialog
      hurts
      focusesConfirm
      title={t('contacts.removeTitle')}
      sentence={t('contacts.removeSentence', { value })}
      confirm={t(meanwhile ? 'casework.close' : 'family.removeConfirm')}
      busy={busy}
      onConfirm={() => (meanwhile ? onClose() : remove({ personId, contactId, version }))}
      onClose={onClose}
    >
      {merged && <MergedNotice merged={merged} />}
      {meanwhile && <MeanwhileNotice meanwhile={meanwhile} now={undefined} />}
    </FormDialog>
  )
}
