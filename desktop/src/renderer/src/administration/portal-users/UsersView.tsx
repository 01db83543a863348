import { Button, Group, Text } from '@mantine/core'
import { useRef, useState } from 'react'

import { dateInWords } from '../../submissions/work-list/date-words.ts'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import classes from '../../submissions/work-list/work-list.module.css'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import { EndChosenDialog } from './EndChosenDialog.tsx'
import own from './portal-users.module.css'
import { kindInWords, stateShapes, t, type ListedUser } from './portal-users-words.ts'
import { noFilter, UserFilters, type UserFilter } from './UserFilters.tsx'
import { UserPane } from './UserPane.tsx'
import { useUserPages } from './useUserPages.ts'
import { NeedsShare, ViewBar, type ViewProps } from './ViewBar.tsx'

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
  const { pages, users } = useUserPages(filter)
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [ending, setEnding] = useState(false)
  const filterBox = useRef<HTMLInputElement>(null)
  const ids = (users ?? []).map(({ userId }) => userId)
  const shown = opened !== undefined && ids.includes(opened) ? opened : undefined
  // Who has left the list is not acted upon unseen.
  const picked = chosen.filter((id) => ids.includes(id))
  function toggle(userId: string) {
    setChosen(picked.includes(userId) ? picked.filter((id) => id !== userId) : [...picked, userId])
  }
  useScreenKeys({
    '/': () => filterBox.current?.focus(),
    j: () => setOpened(stepInList(ids, shown, 1)),
    k: () => setOpened(stepInList(ids, shown, -1)),
    x: () => may.share && shown && toggle(shown),
    Enter: () => setOpened(shown ?? ids[0]),
    Escape: () => setOpened(undefined),
  })
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
    <div className={classes.screen}>
      <ViewBar {...bar} keys={t('portalUsers.keys')}>
        <UserFilters
          filter={filter}
          onChange={setFilter}
          onEnter={() => setOpened(ids[0])}
          inputRef={filterBox}
        />
      </ViewBar>
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
      <div className={classes.scroll}>
        {pages.error && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
        {!users && !pages.error && <Waiting what={t('portalUsers.title')} />}
        {users?.length === 0 && <Empty title={t('portalUsers.none')} hint={t('portalUsers.noneHint')} />}
        {users && users.length > 0 && (
          <WorkTable
            caption={t('portalUsers.list')}
            rows={users}
            idOf={({ userId }) => userId}
            nameOf={({ name }) => name}
            nameHeading={t('portalUsers.column.name')}
            current={shown}
            onOpen={setOpened}
            columns={may.share ? [choose, ...columns] : columns}
          />
        )}
        {pages.hasNextPage && (
          <Button
            m="sm"
            size="compact-sm"
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('portalUsers.more')}
          </Button>
        )}
      </div>
      <div className={`${classes.pane} ${classes.below}`}>
        {!shown && <Text size="sm">{t('portalUsers.choose')}</Text>}
        {shown && (may.share ? <UserPane key={shown} userId={shown} may={may} /> : <NeedsShare />)}
      </div>
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
    </div>
  )
}
