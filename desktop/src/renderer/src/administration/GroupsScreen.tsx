import { translator } from '@send/shared/texts/translator'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../accounts/useMay.ts'
import { useApi, type RouterOutputs } from '../api.ts'
import type { Column } from '../submissions/work-list/WorkTable.tsx'
import { grantInWords, grantsTogether } from './grant-words.ts'
import { GroupCard } from './GroupCard.tsx'
import { ListScreen } from './ListScreen.tsx'
import { NameDialog } from './NameDialog.tsx'
import { useAttempt } from './useAttempt.ts'

const t = translator('en')

export type StaffGroup = RouterOutputs['administration']['listGroups']['groups'][number]

const columns: readonly Column<StaffGroup>[] = [
  { heading: t('groups.column.members'), cell: ({ members }) => members.length },
  {
    heading: t('groups.column.grants'),
    cell: (group) => grantsTogether([group]).map(grantInWords).join(' · ') || '—',
  },
]

/** The permission groups: what each grants, and to whom. */
export function GroupsScreen() {
  const api = useApi()
  const list = useQuery(api.administration.listGroups.queryOptions())
  const mayChange = useMay('userAdministration', 'write')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [adding, setAdding] = useState(false)
  const { idempotencyKey, handlers } = useAttempt(() => setAdding(false))
  const create = useMutation(api.administration.createGroup.mutationOptions(handlers))
  const groups = list.data?.groups ?? []
  const group = groups.find(({ groupId }) => groupId === opened)
  return (
    <>
      <ListScreen
        screen="groups"
        rows={list.data?.groups}
        idOf={({ groupId }) => groupId}
        nameOf={({ name }) => name}
        wordsOf={({ processes }) => processes.map(grantInWords).join(' ')}
        columns={columns}
        error={list.error}
        onRetry={() => void list.refetch()}
        opened={opened}
        onOpen={setOpened}
        onNew={mayChange ? () => setAdding(true) : undefined}
      >
        {group && (
          <GroupCard
            // Drawn afresh when a colleague or this officer has changed it.
            key={JSON.stringify([group.groupId, group.name, group.processes])}
            group={group}
            others={groups.filter(({ groupId }) => groupId !== opened)}
            mayChange={mayChange}
          />
        )}
      </ListScreen>
      {adding && (
        <NameDialog
          title={t('groups.new')}
          hint={t('groups.newHint')}
          confirm={t('groups.new')}
          busy={create.isPending}
          onConfirm={(name) =>
            create.mutate(
              { idempotencyKey, name, processes: [] },
              { onSuccess: (made) => made.outcome === 'created' && setOpened(made.groupId) },
            )
          }
          onCancel={() => setAdding(false)}
        />
      )}
    </>
  )
}
