import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { widensAccess, type AccessEntry, type AccessList } from '@send/shared/accounts/access-list'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import { showFailure } from '../show-failure.ts'
import { AccessLine } from './AccessLine.tsx'
import type { Explained } from './access-words.ts'

const t = translator('en')

type ChangeAccessProps = {
  entryId: string
  reference: string
  own: AccessList
  subjects: NonNullable<Explained['change']>['subjects']
  onClose: () => void
}

/** Adds people, groups, posts and teams to the access list of one entry, or shuts them out. */
export function ChangeAccess({ entryId, reference, own, subjects, onClose }: ChangeAccessProps) {
  const api = useApi()
  const queries = useQueryClient()
  const [entries, setEntries] = useState<readonly AccessEntry[]>(own.entries)
  const [reason, setReason] = useState('')
  const [idempotencyKey, setIdempotencyKey] = useState(newId)
  const change = useMutation(
    api.chronology.changeAccess.mutationOptions({
      onSuccess: () => {
        setIdempotencyKey(newId())
        notifications.show({ message: t('chronology.changed', { reference }) })
        onClose()
      },
      onError: showFailure,
      onSettled: () => queries.invalidateQueries(api.chronology.pathFilter()),
    }),
  )
  const after = { entries: entries.filter(({ rights }) => rights.length > 0) }
  const asksWhy = widensAccess(own, after)
  const [first] = [...subjects.groups, ...subjects.users]
  function put(index: number, entry: AccessEntry | undefined) {
    setEntries(entries.flatMap((each, at) => (at === index ? (entry ?? []) : each)))
  }
  return (
    <Modal opened onClose={onClose} title={t('chronology.changeTitle', { reference })} size="xl">
      <Stack gap="sm">
        <Text size="sm">{t('chronology.changeHint')}</Text>
        {entries.map((entry, index) => (
          <AccessLine
            key={index}
            number={index + 1}
            entry={entry}
            subjects={subjects}
            onChange={(changed) => put(index, changed)}
            onRemove={() => put(index, undefined)}
          />
        ))}
        <Button
          size="compact-xs"
          variant="default"
          style={{ alignSelf: 'start' }}
          disabled={!first}
          onClick={() => first && setEntries([...entries, lineFor(subjects, first.id)])}
        >
          {t('chronology.changeAdd')}
        </Button>
        {asksWhy && (
          <Textarea
            size="xs"
            label={t('administration.reason')}
            description={t('administration.reasonHint')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Group gap="sm">
          <Button
            size="xs"
            loading={change.isPending}
            disabled={asksWhy && reason.trim() === ''}
            onClick={() =>
              change.mutate({ idempotencyKey, entryId, before: own, after, reason: asksWhy ? reason : '' })
            }
          >
            {t('chronology.changeSave')}
          </Button>
          <Button size="xs" variant="default" disabled={change.isPending} onClick={onClose}>
            {t('casework.cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function lineFor(subjects: ChangeAccessProps['subjects'], id: string): AccessEntry {
  const kind = subjects.groups.some((group) => group.id === id) ? 'group' : 'user'
  return { effect: 'allow', subject: { kind, id }, rights: ['read'] }
}
