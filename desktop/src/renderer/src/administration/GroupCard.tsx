import { Button, Group, NativeSelect, Text, TextInput, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { grantsGained } from '@send/shared/accounts/business-processes'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../api.ts'
import classes from './administration.module.css'
import { DeleteGroup } from './DeleteGroup.tsx'
import { GrantTable } from './GrantTable.tsx'
import type { StaffGroup } from './GroupsScreen.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { showUndo } from './show-undo.tsx'
import { useAttempt } from './useAttempt.ts'

const t = translator('en')

type GroupCardProps = { group: StaffGroup; others: readonly StaffGroup[]; mayChange: boolean }

/** One permission group: its name, what it grants process by process, and its members; beside another to compare. */
export function GroupCard({ group, others, mayChange }: GroupCardProps) {
  const api = useApi()
  const { groupId } = group
  const before = { name: group.name, processes: group.processes }
  const [after, setAfter] = useState(before)
  const [comparedId, setComparedId] = useState('')
  const [asking, setAsking] = useState<'save' | 'delete' | undefined>(undefined)
  const undoing = useAttempt(() => notifications.show({ message: t('administration.undone') }))
  const undo = useMutation(api.administration.changeGroup.mutationOptions(undoing.handlers))
  const { idempotencyKey, handlers } = useAttempt(() => {
    setAsking(undefined)
    const reason = t('administration.undoReason')
    showUndo(t('administration.saved', { name: after.name }), () =>
      undo.mutate({ idempotencyKey: newId(), groupId, before: after, after: before, reason }),
    )
  })
  const change = useMutation(api.administration.changeGroup.mutationOptions(handlers))
  const gained = grantsGained(before.processes, after.processes).length > 0
  const lost = grantsGained(after.processes, before.processes).length > 0
  const changed = gained || lost || after.name.trim() !== before.name
  return (
    <section aria-label={group.name}>
      <Title order={2} size="h5" mb="xs">
        {group.name}
      </Title>
      <Group gap="md" mb="sm" align="end">
        <TextInput
          size="xs"
          label={t('administration.name')}
          maxLength={200}
          readOnly={!mayChange}
          value={after.name}
          onChange={(event) => setAfter({ ...after, name: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={t('groups.compare')}
          value={comparedId}
          data={[
            { value: '', label: t('groups.compareNone') },
            ...others.map((other) => ({ value: other.groupId, label: other.name })),
          ]}
          onChange={(event) => setComparedId(event.currentTarget.value)}
        />
        {mayChange && group.members.length === 0 && (
          <Button size="xs" variant="default" onClick={() => setAsking('delete')}>
            {t('administration.delete')}
          </Button>
        )}
        {changed && (
          <>
            <Button size="xs" disabled={after.name.trim() === ''} onClick={() => setAsking('save')}>
              {t('administration.save')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAfter(before)}>
              {t('administration.discard')}
            </Button>
            <Text size="sm">{t('administration.unsaved')}</Text>
          </>
        )}
      </Group>
      <div className={classes.columns}>
        <GrantTable
          name={group.name}
          grants={after.processes}
          compared={others.find((other) => other.groupId === comparedId)}
          onChange={mayChange ? (processes) => setAfter({ ...after, processes }) : undefined}
        />
        <section aria-label={t('groups.members')}>
          <Text size="sm" fw={600}>
            {t('groups.members')}
          </Text>
          <ul className={classes.names}>
            {group.members.map((member) => (
              <li key={member.userId}>
                {member.name}
                {member.disabled && ` (${t('users.state.disabled')})`}
              </li>
            ))}
            {group.members.length === 0 && <li>{t('administration.nobody')}</li>}
          </ul>
          <Text size="xs">{t('groups.membersHint')}</Text>
        </section>
      </div>
      {asking === 'save' && (
        <ReasonDialog
          title={t('groups.saveTitle', { name: group.name })}
          sentence={t('groups.saveSentence', { count: group.members.length })}
          confirm={t('administration.save')}
          asksWhy={gained ? t('administration.reasonHint') : undefined}
          busy={change.isPending}
          onConfirm={(reason) =>
            change.mutate({
              idempotencyKey,
              groupId,
              before,
              after: { ...after, name: after.name.trim() },
              reason,
            })
          }
          onCancel={() => setAsking(undefined)}
        />
      )}
      {asking === 'delete' && <DeleteGroup group={group} onClose={() => setAsking(undefined)} />}
    </section>
  )
}
