import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'

import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import classes from '../../submissions/work-list/work-list.module.css'
import type { Column } from '../../submissions/work-list/WorkTable.tsx'
import { ListFrame } from '../ListFrame.tsx'
import { EndChosenDialog } from './EndChosenDialog.tsx'
import own from './portal-users.module.css'
import { kindInWords, stateShapes, t, type ListedUser } from './portal-users-words.ts'
import { ResetSecondStep } from './ResetSecondStep.tsx'
import { noFilter, UserFilters, type UserFilter } from './UserFilters.tsx'
import { UserPane } from './UserPane.tsx'
import { useUserPages } from './useUserPages.ts'
import { NeedsShare, ViewHeading, type May, type ViewProps } from './ViewBar.tsx'

const columns: readonly Column<ListedUser>[] = [
  { heading: t('portalUsers.column.email'), cell: ({ email }) => email },
  { heading: t('portalUsers.column.kind'), cell: kindInWords },
  {
    heading: t('portalUsers.column.state'),
    cell: ({ state }) => <StatusMark shape={stateShapes[state]} word={t(`portalUsers.state.${state}`)} />,
  },
  { heading: t('portalUsers.column.children'), cell: ({ children }) => children },
  { heading: t('portalUsers.column.claims'), cell: ({ claimsWaiting }) => claimsWaiting },
  { heading: t('portalUsers.column.since'), cell: ({ createdAt }) => dateInWords(createdAt) },
]

/** The portal users that fit the filters; the open one is read below, several chosen lose their access together. */
export function UsersView({ may, ...bar }: ViewProps) {
  const [filter, setFilter] = useState<UserFilter>(noFilter)
  const pages = useUserPages(filter)
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [ending, setEnding] = useState(false)
  const ids = (pages.rows ?? []).map(({ userId }) => userId)
  const user = pages.rows?.find(({ userId }) => userId === opened)
  const shown = opened !== undefined && ids.includes(opened) ? opened : undefined
  // Who has left the list is not acted upon unseen.
  const picked = chosen.filter((id) => ids.includes(id))
  function toggle(userId: string) {
    setChosen(picked.includes(userId) ? picked.filter((id) => id !== userId) : [...picked, userId])
  }
  const choose: Column<ListedUser> = {
    heading: t('portalUsers.column.choose'),
    cell: ({ userId, name }) => (
      <input
        type="checkbox"
        className={own.pick}
        aria-label={t('portalUsers.chooseUser', { name })}
        checked={picked.includes(userId)}
        onChange={() => toggle(userId)}
      />
    ),
  }

  return (
    <>
      <ListFrame
        {...pages}
        title={t('portalUsers.title')}
        heading={<ViewHeading {...bar} />}
        filter={{
          label: t('portalUsers.filter'),
          value: filter.text,
          onChange: (text) => setFilter({ ...filter, text }),
        }}
        tools={<UserFilters filter={filter} onChange={setFilter} />}
        keysInWords={t('portalUsers.keys')}
        keys={{ x: () => may.share && shown && toggle(shown) }}
        notice={
          <output className={classes.block}>
            {picked.length > 0 && (
              <Group gap="xs" px="sm" py={4}>
                <Text size="sm">{t('portalUsers.chosen', { count: picked.length })}</Text>
                <Button size="compact-xs" variant="default" onClick={() => setEnding(true)}>
                  {t('portalUsers.endChosen')}
                </Button>
                <Button size="compact-xs" variant="default" onClick={() => setChosen([])}>
                  {t('portalUsers.clearChosen')}
                </Button>
              </Group>
            )}
          </output>
        }
        empty={{ title: t('portalUsers.none'), hint: t('portalUsers.noneHint') }}
        caption={t('portalUsers.list')}
        idOf={({ userId }) => userId}
        nameOf={({ name }) => name}
        nameHeading={t('portalUsers.column.name')}
        columns={may.share ? [choose, ...columns] : columns}
        opened={shown}
        onOpen={setOpened}
        choose={t('portalUsers.choose')}
      >
        {shown && <ShownUser key={shown} userId={shown} user={user} may={may} />}
      </ListFrame>
      {ending && (
        <EndChosenDialog
          userIds={picked}
          onClose={() => setEnding(false)}
          onEnded={() => {
            setEnding(false)
            setChosen([])
          }}
        />
      )}
    </>
  )
}

type ShownUserProps = { userId: string; user: ListedUser | undefined; may: May }

/** The pane of the open row: all of it for officers who share, what administers the account for the others. */
function ShownUser({ userId, user, may }: ShownUserProps) {
  if (may.share) return <UserPane userId={userId} may={may} />
  if (!user || !may.reset) return <NeedsShare />
  return (
    <section aria-label={user.name}>
      <Title order={2} size="h5">
        {user.name}
      </Title>
      <Text size="sm" mb="xs">
        {user.email}
      </Text>
      <ResetSecondStep user={user} />
      <NeedsShare />
    </section>
  )
}
