import { Alert, Button, Checkbox, NativeSelect, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  contactKinds,
  listContactProblems,
  readContact,
  type ContactEntry,
} from '@send/shared/people/family/contacts'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useState } from 'react'

import { FormDialog } from '../../administration/FormDialog.tsx'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { useNow } from '../../submissions/work-list/useNow.ts'
import { entryOfContact, t, type Contact } from './family-words.ts'
import { MeanwhileNotice } from './MeanwhileNotice.tsx'
import { MergedNotice } from './MergedNotice.tsx'
import { useMeanwhile } from './useMeanwhile.ts'
import { useContact } from './useSaying.ts'

type ContactDialogProps = {
  personId: string
  /** What stands on record; undefined of a new one. */
  contact: Contact | undefined
  onRemove: (contact: Contact) => void
  onClose: () => void
}

const nothing: ContactEntry = { kind: 'mobile', value: '', preferred: false, until: '' }

/** Says, or says anew, how a person is reached; a number is tidied when the field is left. */
export function ContactDialog({ personId, contact, onRemove, onClose }: ContactDialogProps) {
  const today = dateInLondon(useNow())
  const [entry, setEntry] = useState(contact ? entryOfContact(contact) : nothing)
  const [isLeft, setIsLeft] = useState(false)
  const [isThere, setIsThere] = useState(false)
  const { seen, meanwhile, onMeanwhile } = useMeanwhile(personId, contact, ({ contacts }) =>
    contacts.find(({ contactId }) => contactId === contact?.contactId),
  )
  const { add, correct, busy, merged } = useContact({
    onDone() {
      notifications.show({ message: t(contact ? 'family.saved' : 'contacts.added') })
      onClose()
    },
    onRefused: () => setIsThere(true),
    onMeanwhile,
  })
  const problem = listContactProblems(entry, today).value
  const change = (changes: Partial<ContactEntry>) => {
    setIsThere(false)
    setEntry((before) => ({ ...before, ...changes }))
  }
  function onConfirm() {
    if (!contact) add({ personId, entry })
    else if (seen) correct({ personId, contactId: seen.contactId, version: seen.version, entry })
    else onClose()
  }
  return (
    <FormDialog
      title={t(contact ? 'contacts.correctTitle' : 'contacts.addTitle')}
      confirm={contact ? t('family.save') : t('family.add')}
      missing={problem ? [t('contacts.valueMissing')] : []}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {merged && <MergedNotice merged={merged} />}
      {meanwhile && <MeanwhileNotice meanwhile={meanwhile} now={seen?.value} />}
      {isThere && (
        <Alert color="yellow" role="alert" p="xs">
          {t('contacts.refused.alreadyThere')}
        </Alert>
      )}
      <NativeSelect
        size="xs"
        label={t('contacts.column.kind')}
        value={entry.kind}
        data={contactKinds.map((kind) => ({ value: kind, label: t(`contacts.kind.${kind}`) }))}
        onChange={({ currentTarget: { value } }) =>
          change({ kind: contactKinds.find((kind) => kind === value) ?? 'mobile' })
        }
      />
      <TextInput
        size="xs"
        data-autofocus
        type={entry.kind === 'email' ? 'email' : 'tel'}
        label={t(entry.kind === 'email' ? 'contacts.email' : 'contacts.phone')}
        maxLength={254}
        error={isLeft && entry.value !== '' && problem && t(`contacts.problem.${problem}`)}
        value={entry.value}
        onChange={(event) => change({ value: event.currentTarget.value })}
        onBlur={() => {
          setIsLeft(true)
          if (!problem) change({ value: readContact(entry).value })
        }}
      />
      {entry.until === '' && (
        <Checkbox
          size="xs"
          label={t('contacts.prefers')}
          checked={entry.preferred}
          onChange={(event) => change({ preferred: event.currentTarget.checked })}
        />
      )}
      {seen?.by && seen.at && (
        <Text size="xs">{t('family.lastSaid', { by: seen.by, when: momentInWords(seen.at) })}</Text>
      )}
      {seen && (
        <Button
          size="compact-xs"
          variant="default"
          style={{ alignSelf: 'start' }}
          onClick={() => onRemove(seen)}
        >
          {t('family.remove')}
        </Button>
      )}
    </FormDialog>
  )
}
