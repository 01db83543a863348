import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMay } from '../accounts/useMay.ts'
import { useApi, type RouterOutputs } from '../api.ts'
import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import { When } from '../submissions/work-list/When.tsx'
import type { Column } from '../submissions/work-list/WorkTable.tsx'
import { FilterSelect } from './FilterSelect.tsx'
import { ListScreen } from './ListScreen.tsx'
import { NewUser } from './NewUser.tsx'
import { UserCard } from './UserCard.tsx'

const t = translator('en')

export type StaffUser = RouterOutputs['administration']['listUsers']['users'][number]
type State = StaffUser['state']

const states = ['active', 'invited', 'disabled'] as const satisfies readonly State[]
const shapes = { active: 'done', invited: 'waiting', disabled: 'open' } as const

/** The accounts of staff: who there is, what they may do, and how they get in. */
export function UsersScreen() {
  const api = useApi()
  const list = useQuery(api.administration.listUsers.queryOptions())
  const groups = useQuery(api.administration.listGroups.queryOptions())
  const seats = useQuery(api.administration.listSeats.queryOptions())
  const mayChange = useMay('userAdministration', 'write')
  const [shown, setShown] = useState<State | undefined>(undefined)
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [adding, setAdding] = useState(false)

  const groupNames = new Map((groups.data?.groups ?? []).map(({ groupId, name }) => [groupId, name]))
  const groupsOf = (user: StaffUser) => user.groupIds.flatMap((id) => groupNames.get(id) ?? []).join(', ')
  const user = list.data?.users.find(({ userId }) => userId === opened)
  const columns: readonly Column<StaffUser>[] = [
    { heading: t('users.email'), cell: ({ email }) => email },
    {
      heading: t('users.column.state'),
      cell: ({ state }) => <StatusMark shape={shapes[state]} word={t(`users.state.${state}`)} />,
    },
    { heading: t('users.column.groups'), cell: (each) => groupsOf(each) || '—' },
    {
      heading: t('users.column.signedIn'),
      cell: ({ signedInSince }) => (signedInSince ? <When at={signedInSince} /> : '—'),
    },
  ]
  return (
    <>
      <ListScreen
        screen="users"
        rows={list.data?.users.filter(({ state }) => shown === undefined || state === shown)}
        idOf={({ userId }) => userId}
        nameOf={({ name }) => name}
        wordsOf={(each) => `${each.email} ${groupsOf(each)}`}
        columns={columns}
        error={list.error ?? groups.error ?? seats.error}
        onRetry={() => void Promise.all([list, groups, seats].map((query) => query.refetch()))}
        opened={opened}
        onOpen={setOpened}
        onNew={mayChange ? () => setAdding(true) : undefined}
        tools={
          <FilterSelect
            label={t('users.show')}
            any={t('users.show.all')}
            values={states}
            wordOf={(state) => t(`users.state.${state}`)}
            value={shown}
            onChange={setShown}
          />
        }
      >
        {user && groups.data && seats.data && (
          <UserCard
            key={user.userId}
            user={user}
            groups={groups.data.groups}
            seats={seats.data.seats}
            mayChange={mayChange}
          />
        )}
      </ListScreen>
      {adding && <NewUser onClose={() => setAdding(false)} onCreated={setOpened} />}
    </>
  )
}
