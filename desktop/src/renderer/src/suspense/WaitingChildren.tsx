import { Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useRef, useState } from 'react'

import type { RouterOutputs } from '../api.ts'
import { dateInWords } from '../submissions/work-list/date-words.ts'
import { FilterBox } from '../submissions/work-list/FilterBox.tsx'
import { NewsBar } from '../submissions/work-list/NewsBar.tsx'
import { Empty } from '../submissions/work-list/ScreenStates.tsx'
import { StatusMark } from '../submissions/work-list/StatusMark.tsx'
import { neighbourOf, stepInList } from '../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../submissions/work-list/useScreenKeys.ts'
import { useSteadyList } from '../submissions/work-list/useSteadyList.ts'
import { When } from '../submissions/work-list/When.tsx'
import classes from '../submissions/work-list/work-list.module.css'
import { WorkTable, type Column } from '../submissions/work-list/WorkTable.tsx'
import { NowCell } from './NowCell.tsx'
import { fullName, probabilityInWords, stateShapes } from './suspense-words.ts'
import { SuspenseCard } from './SuspenseCard.tsx'

const t = translator('en')

type List = RouterOutputs['suspense']['list']

type Item = List['items'][number]

const columns: readonly Column<Item>[] = [
  {
    heading: t('suspense.column.state'),
    cell: ({ state }) => <StatusMark shape={stateShapes[state]} word={t(`suspense.state.${state}`)} />,
  },
  {
    heading: t('suspense.column.best'),
    cell: ({ bestProbability }) => (bestProbability === null ? '—' : probabilityInWords(bestProbability)),
  },
  { heading: t('suspense.column.born'), cell: (item) => dateInWords(item.dateOfBirth) },
  { heading: t('suspense.column.source'), cell: (item) => t(`suspense.source.${item.source}`) },
  { heading: t('suspense.column.reference'), cell: (item) => item.reference ?? '—' },
  { heading: t('suspense.column.waiting'), cell: (item) => <When at={item.waitingSince} /> },
  { heading: t('suspense.column.now'), cell: (item) => <NowCell item={item} /> },
]

type WaitingChildrenProps = {
  list: List
  fresh: boolean
  othersWait: boolean
  /** What is said when the filter lets nobody through. */
  nobody: string
}

/** The children whom a filter lets through and the card of the one that is opened; J and K walk, / filters further. */
export function WaitingChildren({ list, fresh, othersWait, nobody }: WaitingChildrenProps) {
  const steady = useSteadyList(list.items, fresh, (item) => item.incomingChildId)
  const [words, setWords] = useState('')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const filterBox = useRef<HTMLInputElement>(null)

  const rows = (steady.rows ?? []).filter((item) => describe(item).includes(words.trim().toLowerCase()))
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

  return (
    <>
      <div>
        <div className={classes.bar}>
          <FilterBox
            label={t('casework.filter')}
            value={words}
            onChange={setWords}
            onEnter={() => setOpened(ids[0])}
            inputRef={filterBox}
          />
          <Text size="xs">{restInWords(list)}</Text>
          <Text size="xs" ml="auto">
            {t('suspense.keys')}
          </Text>
        </div>
        <NewsBar change={steady.change} onShow={steady.showNewest} />
      </div>
      <div className={classes.scroll}>
        {steady.rows?.length === 0 && (
          <Empty title={nobody} hint={othersWait ? t('suspense.emptyFilterHint') : t('suspense.emptyHint')} />
        )}
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
    </>
  )
}

function describe(item: Item): string {
  const words = [item.reference, t(`suspense.source.${item.source}`), t(`suspense.state.${item.state}`)]
  return [fullName(item), ...words].join(' ').toLowerCase()
}

/** Who waits besides those listed. */
function restInWords({ items, found, older }: List): string {
  return [
    found > items.length ? t('suspense.listedOf', { listed: items.length, found }) : '',
    older > 0 ? t('suspense.older', { count: older }) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
