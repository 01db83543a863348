import { Button, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { momentInWords } from '../../submissions/work-list/date-words.ts'
import { FilterBox } from '../../submissions/work-list/FilterBox.tsx'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { stepInList } from '../../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import classes from '../../submissions/work-list/work-list.module.css'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import { UndoneMatchLog } from './UndoneMatchLog.tsx'

const t = translator('en')

type Line = RouterOutputs['undoneMatches']['list']['undone'][number]

const columns: readonly Column<Line>[] = [
  {
    heading: t('undone.column.person'),
    cell: ({ decision, personName }) => (decision === 'matched' ? personName : t('undone.addedAsNew')),
  },
  { heading: t('undone.column.matched'), cell: ({ matchedAt }) => momentInWords(matchedAt) },
  { heading: t('undone.column.undone'), cell: ({ undoneAt }) => momentInWords(undoneAt) },
  { heading: t('undone.column.by'), cell: ({ undoneBy }) => undoneBy },
  { heading: t('undone.column.looked'), cell: ({ looked }) => t('undone.looked', { count: looked }) },
]

/** The matches that were undone, the newest first, each with its log. */
export function UndoneMatchesScreen({ onBack }: { onBack: () => void }) {
  const api = useApi()
  const list = useQuery(api.undoneMatches.list.queryOptions({}))
  const [filter, setFilter] = useState('')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const filterBox = useRef<HTMLInputElement>(null)
  const rows = (list.data?.undone ?? []).filter(({ childName, personName, undoneBy }) =>
    [childName, personName, undoneBy].join(' ').toLowerCase().includes(filter.trim().toLowerCase()),
  )
  const ids = rows.map(({ undoneMatchId }) => undoneMatchId)
  useScreenKeys({
    '/': () => filterBox.current?.focus(),
    j: () => setOpened(stepInList(ids, opened, 1)),
    k: () => setOpened(stepInList(ids, opened, -1)),
    Escape: () => (opened ? setOpened(undefined) : onBack()),
  })
  return (
    <div className={classes.screen}>
      <div className={classes.bar} data-no-print>
        <h1 className={classes.heading}>{t('undone.title')}</h1>
        <Button size="compact-sm" variant="default" onClick={onBack}>
          {t('undone.back')}
        </Button>
        <FilterBox
          label={t('casework.filter')}
          value={filter}
          onChange={setFilter}
          onEnter={() => setOpened(ids[0])}
          inputRef={filterBox}
        />
        <Text size="xs" ml="auto">
          {t('casework.keys')}
        </Text>
      </div>
      <div />
      <div className={classes.scroll} data-no-print>
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Waiting what={t('undone.title')} />}
        {list.data?.undone.length === 0 && <Empty title={t('undone.empty')} hint={t('undone.emptyHint')} />}
        {list.data && list.data.undone.length > 0 && rows.length === 0 && (
          <Empty title={t('casework.nothingFiltered')} hint={t('casework.nothingFilteredHint')} />
        )}
        {rows.length > 0 && (
          <WorkTable
            caption={t('undone.list')}
            rows={rows}
            idOf={({ undoneMatchId }) => undoneMatchId}
            nameOf={({ childName }) => childName}
            nameHeading={t('undone.column.child')}
            current={opened}
            onOpen={setOpened}
            columns={columns}
          />
        )}
      </div>
      <div className={`${classes.pane} ${classes.below}`}>
        {opened ? (
          <UndoneMatchLog key={opened} undoneMatchId={opened} mayPrint />
        ) : (
          <Text size="sm">{t('undone.choose')}</Text>
        )}
      </div>
    </div>
  )
}
