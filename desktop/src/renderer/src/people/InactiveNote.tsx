import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { inactiveReasons, type Inactive, type InactiveReason } from '@send/shared/people/inactive'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../accounts/useMay.ts'
import { FormDialog } from '../administration/FormDialog.tsx'
import { useApi } from '../api.ts'
import { showFailure } from '../show-failure.ts'
import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import { useNow } from '../submissions/work-list/useNow.ts'
import { inactiveInWords } from './inactive-words.ts'

const t = translator('en')

type InactiveNoteProps = {
  person: { personId: string; inactiveSince: string | null; inactiveReason: InactiveReason | null }
}

/** Whether somebody is inactive, since when and why, and how to say otherwise. */
export function InactiveNote({ person }: InactiveNoteProps) {
  const mayChange = useMay('people', 'write')
  const [asking, setAsking] = useState(false)
  const words = inactiveInWords(person)
  return (
    <Group gap="sm" mt={4}>
      {words && <StatusMark shape="warning" word={words} />}
      {mayChange && (
        <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
          {t(words ? 'people.inactiveChange' : 'people.inactiveSay')}
        </Button>
      )}
      {asking && <InactiveDialog person={person} onClose={() => setAsking(false)} />}
    </Group>
  )
}

function InactiveDialog({ person, onClose }: InactiveNoteProps & { onClose: () => void }) {
  const { personId, inactiveSince, inactiveReason } = person
  const before: Inactive | null =
    inactiveSince && inactiveReason ? { since: inactiveSince, reason: inactiveReason } : null
  const api = useApi()
  const queries = useQueryClient()
  const today = dateInLondon(useNow())
  const [idempotencyKey] = useState(newId)
  const [reason, setReason] = useState<InactiveReason | 'active'>(before?.reason ?? 'leftArea')
  const [since, setSince] = useState(before?.since ?? today)
  const { mutate, isPending } = useMutation(
    api.people.setInactive.mutationOptions({
      onSuccess: () => {
        notifications.show({ message: t('people.inactiveSaved') })
        onClose()
      },
      onError: showFailure,
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries(api.people.pathFilter()),
          queries.invalidateQueries(api.suspense.pathFilter()),
        ]),
    }),
  )
  const missing = reason === 'active' || (since !== '' && since <= today) ? [] : [t('people.inactiveMissing')]
  return (
    <FormDialog
      title={t('people.inactiveTitle')}
      sentence={t('people.inactiveSentence')}
      confirm={t('administration.save')}
      missing={missing}
      busy={isPending}
      onConfirm={() =>
        mutate({ idempotencyKey, personId, before, after: reason === 'active' ? null : { since, reason } })
      }
      onClose={onClose}
    >
      <NativeSelect
        size="xs"
        data-autofocus
        label={t('people.inactiveWhy')}
        value={reason}
        data={[
          ...(before ? [{ value: 'active', label: t('people.active') }] : []),
          ...inactiveReasons.map((value) => ({ value, label: t(`people.inactiveReason.${value}`) })),
        ]}
        onChange={(event) =>
          setReason(inactiveReasons.find((each) => each === event.currentTarget.value) ?? 'active')
        }
      />
      {reason !== 'active' && (
        <TextInput
          size="xs"
          type="date"
          label={t('people.inactiveFrom')}
          max={today}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}
