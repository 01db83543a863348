import { NativeSelect, Text } from '@mantine/core'
import { grantsGained } from '@send/shared/accounts/business-processes'
import { translator } from '@send/shared/texts/translator'
import { useState } from 'react'

import { apiClient } from '../api.ts'
import classes from './administration.module.css'
import { DeleteGroup } from './DeleteGroup.tsx'
import { GrantTable } from './GrantTable.tsx'
import type { StaffGroup } from './GroupsScreen.tsx'
import { NamedCard } from './NamedCard.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useUndoableChange } from './useUndoableChange.ts'

const t = translator('en')

type GroupCardProps = { group: StaffGroup; others: readonly StaffGroup[]; mayChange: boolean }

/** One permission group: its name, what it grants process by process, and its members; beside another to compare. */
export function GroupCard({ group, others, mayChange }: GroupCardProps) {
  const { groupId, members } = group
  const before = { name: group.name, processes: group.processes }
  const change = useUndoableChange({
    before,
    nameOf: ({ name }) => name,
    save: (changed) => apiClient.administration.changeGroup.mutate({ groupId, ...changed }),
  })
  const { after, setAfter } = change
  const [comparedId, setComparedId] = useState('')
  const gained = grantsGained(before.processes, after.processes).length > 0
  const lost = grantsGained(after.processes, before.processes).length > 0
  return (
    <NamedCard
      name={group.name}
      mayChange={mayChange}
      change={change}
      changed={gained || lost}
      tools={
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
      }
      deletion={members.length === 0 ? (close) => <DeleteGroup group={group} onClose={close} /> : undefined}
    >
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
            {members.map((member) => (
              <li key={member.userId}>
                {member.name}
                {member.disabled && ` (${t('users.state.disabled')})`}
              </li>
            ))}
            {members.length === 0 && <li>{t('administration.nobody')}</li>}
          </ul>
          <Text size="xs">{t('groups.membersHint')}</Text>
        </section>
      </div>
      {change.isAsking && (
        <ReasonDialog
          title={t('groups.saveTitle', { name: group.name })}
          sentence={t('groups.saveSentence', { count: members.length })}
          confirm={t('administration.save')}
          asksWhy={gained}
          reasonHint={t('administration.gainHint')}
          busy={change.busy}
          onConfirm={change.confirm}
          onClose={change.close}
        />
      )}
    </NamedCard>
  )
}
