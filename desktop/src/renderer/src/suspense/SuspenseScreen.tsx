import { Button, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { suspenseStates } from '@send/shared/suspense/suspense-lifecycle'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { useApi, type RouterOutputs } from '../api.ts'
import { dateInWords } from '../submissions/work-list/date-words.ts'
import { FilterBox } from '../submissions/work-list/FilterBox.tsx'
import { NewsBar } from '../submissions/work-list/NewsBar.tsx'
import { Empty, Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import { neighbourOf, stepInList } from '../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../submissions/work-list/useScreenKeys.ts'
import { useSteadyList } from '../submissions/work-list/useSteadyList.ts'
import { When } from '../submissions/work-list/When.tsx'
import classes from '../submissions/work-list/work-list.module.css'
import { WorkTable, type Column } from '../submissions/work-list/WorkTable.tsx'
import { fullName, stateShapes } from './suspense-words.ts'
import { SuspenseCard } from './SuspenseCard.tsx'

const t = translator('en')

type Item = RouterOutputs['suspense']['list']['items'][number]

const columns: readonly Column<Item>[] = [
  {
    heading: t('suspense.column.state'),
    cell: ({ state }) => <StatusMark shape={stateShapes[state]} word={t(`suspense.state.${state}`)} />,
  },
  { heading: t('suspense.column.born'), cell: (item) => dateInWords(item.dateOfBirth) },
  { heading: t('suspense.column.source'), cell: (item) => t(`suspense.source.${item.source}`) },
  { heading: t('suspense.column.reference'), cell: (item) => item.reference ?? '—' },
  { heading: t('suspense.column.waiting'), cell: (item) => <When at={item.waitingSince} /> },
]

/** Incoming children who wait to be matched to a person or added as new. */
export function SuspenseScreen({ onShowUndone }: { onShowUndone: () => void }) {
  const api = useApi()
  const list = useQuery(api.suspense.list.queryOptions({}, { refetchInterval: 15_000 }))
  const steady = useSteadyList(list.data?.items, list.isFetchedAfterMount, (item) => item.incomingChildId)
  const [filter, setFilter] = useState('')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const filterBox = useRef<HTMLInputElement>(null)

  const rows = (steady.rows ?? []).filter((item) =>
    [fullName(item), item.reference, t(`suspense.source.${item.source}`), t(`suspense.state.${item.state}`)]
      .join(' ')
      .toLowerCase()
      .includes(filter.trim().toLowerCase()),
  )
  const ids = rows.map((item) => item.incomingChildId)
  useScreenKeys({
    '/': () => filterBox.current?.focus(),
    j: () => setOpened(stepInList(ids, opened, 1)),
    k: () => setOpened(stepInList(ids, opened, -1)),
    Escape: () => setOpened(undefined),
  })
  function openNext(settledId: string) {
    setOpened(neighbourOf(ids, settledId))
    steady.showNewest()
  }

  const counts = list.data?.counts
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <h1 className={classes.heading}>{t('suspense.title')}</h1>
        <FilterBox
          label={t('casework.filter')}
          value={filter}
          onChange={setFilter}
          onEnter={() => setOpened(ids[0])}
          inputRef={filterBox}
        />
        {counts &&
          suspenseStates.map((state) => (
            <StatusMark
              key={state}
              shape={stateShapes[state]}
              word={`${t(`suspense.state.${state}`)} ${counts[state]}`}
            />
          ))}
        <Button size="compact-sm" variant="default" onClick={onShowUndone}>
          {t('undone.title')}
        </Button>
        <Text size="xs" ml="auto">
          {t('casework.keys')}
        </Text>
      </div>
      <NewsBar change={steady.change} onShow={steady.showNewest} />
      <div className={classes.scroll}>
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {!steady.rows && !list.error && <Waiting what={t('suspense.title')} />}
        {steady.rows?.length === 0 && <Empty title={t('suspense.empty')} hint={t('suspense.emptyHint')} />}
        {steady.rows !== undefined && steady.rows.length > 0 && rows.length === 0 && (
          <Empty title={t('casework.nothingFiltered')} hint={t('casework.nothingFilteredHint')} />
        )}
        {rows.length > 0 && (
          <WorkTable
            caption={t('suspense.list')}
            rows={rows}
            idOf={(item) => item.incomingChildId}
            nameOf={fullName}
            nameHeading={t('suspense.column.name')}
            current={opened}
            onOpen={setOpened}
            columns={columns}
          />
        )}
      </div>
      <div className={`${classes.pane} ${classes.below}`}>
        {opened ? (
          <SuspenseCard key={opened} incomingChildId={opened} onSettled={() => openNext(opened)} />
        ) : (
          <Text size="sm">{t('suspense.choose')}</Text>
        )}
      </div>
    </div>
  )
}
