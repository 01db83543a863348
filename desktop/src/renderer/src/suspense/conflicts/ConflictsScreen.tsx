import { Button, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { useApi, type RouterOutputs } from '../../api.ts'
import { dateInWords, momentInWords } from '../../submissions/work-list/date-words.ts'
import { FilterBox } from '../../submissions/work-list/FilterBox.tsx'
import { Empty, Failed, Waiting } from '../../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../../submissions/work-list/StatusMark.tsx'
import { neighbourOf, stepInList } from '../../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import classes from '../../submissions/work-list/work-list.module.css'
import { WorkTable, type Column } from '../../submissions/work-list/WorkTable.tsx'
import { MatchConflicts } from './MatchConflicts.tsx'

const t = translator('en')

type Match = RouterOutputs['importConflicts']['list']['matches'][number]

const columns: readonly Column<Match>[] = [
  { heading: t('importConflicts.column.person'), cell: ({ personName }) => personName },
  { heading: t('suspense.column.born'), cell: ({ dateOfBirth }) => dateInWords(dateOfBirth) },
  {
    heading: t('importConflicts.column.conflicts'),
    cell: ({ open }) => <StatusMark shape="warning" word={t('importConflicts.count', { count: open })} />,
  },
  { heading: t('suspense.column.source'), cell: ({ source }) => t(`suspense.source.${source}`) },
  { heading: t('importConflicts.column.matched'), cell: ({ matchedAt }) => momentInWords(matchedAt) },
  { heading: t('importConflicts.column.by'), cell: ({ matchedBy }) => matchedBy },
]

/** The matches whose child tells something else than we hold, those matched longest ago first. */
export function ConflictsScreen({ onBack }: { onBack: () => void }) {
  const api = useApi()
  const list = useQuery(api.importConflicts.list.queryOptions({}))
  const [words, setWords] = useState('')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const filterBox = useRef<HTMLInputElement>(null)
  const matches = list.data?.matches ?? []
  const rows = matches.filter(({ childName, personName, matchedBy }) =>
    [childName, personName, matchedBy].join(' ').toLowerCase().includes(words.trim().toLowerCase()),
  )
  const ids = rows.map(({ incomingChildId }) => incomingChildId)
  useScreenKeys({
    '/': () => filterBox.current?.focus(),
    j: () => setOpened(stepInList(ids, opened, 1)),
    k: () => setOpened(stepInList(ids, opened, -1)),
    Escape: () => (opened ? setOpened(undefined) : onBack()),
  })
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <h1 className={classes.heading}>{t('importConflicts.title')}</h1>
        <Button size="compact-sm" variant="default" onClick={onBack}>
          {t('undone.back')}
        </Button>
        <FilterBox
          label={t('casework.filter')}
          value={words}
          onChange={setWords}
          onEnter={() => setOpened(ids[0])}
          inputRef={filterBox}
        />
        {list.data && list.data.found > matches.length && (
          <Text size="xs">
            {t('importConflicts.first', { listed: matches.length, found: list.data.found })}
          </Text>
        )}
        <Text size="xs" ml="auto">
          {t('importConflicts.keys')}
        </Text>
      </div>
      <div />
      <div className={classes.scroll}>
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Waiting what={t('importConflicts.title')} />}
        {list.data && matches.length === 0 && (
          <Empty title={t('importConflicts.empty')} hint={t('importConflicts.emptyHint')} />
        )}
        {matches.length > 0 && rows.length === 0 && (
          <Empty title={t('casework.nothingFiltered')} hint={t('casework.nothingFilteredHint')} />
        )}
        {rows.length > 0 && (
          <WorkTable
            caption={t('importConflicts.list')}
            rows={rows}
            idOf={({ incomingChildId }) => incomingChildId}
            nameOf={({ childName }) => childName}
            nameHeading={t('importConflicts.column.child')}
            current={opened}
            onOpen={setOpened}
            columns={columns}
          />
        )}
      </div>
      <div className={`${classes.pane} ${classes.below}`}>
        {opened ? (
          <MatchConflicts
            key={opened}
            incomingChildId={opened}
            onDone={() => setOpened(neighbourOf(ids, opened))}
          />
        ) : (
          <Text size="sm">{t('importConflicts.choose')}</Text>
        )}
      </div>
    </div>
  )
}
