import { Button, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useRef, useState, type ReactNode } from 'react'

import { FilterBox } from './FilterBox.tsx'
import { Empty, Failed, Waiting } from './ScreenStates.tsx'
import { neighbourOf, stepInList } from './steady-list.ts'
import { useScreenKeys } from './useScreenKeys.ts'
import classes from './work-list.module.css'
import { WorkTable, type Column } from './WorkTable.tsx'

const t = translator('en')

type ListScreenProps<Row> = {
  title: string
  back: { words: string; onBack: () => void }
  /** The keys of the screen, in words. */
  keys: string
  /** Said in the bar, such as that there are more than are listed. */
  note?: ReactNode
  list: { error: { message: string } | null; isPending: boolean; refetch: () => unknown }
  rows: readonly Row[]
  /** What the filter looks through. */
  wordsOf: (row: Row) => readonly string[]
  empty: { title: string; hint: string }
  table: {
    caption: string
    nameHeading: string
    columns: readonly Column<Row>[]
    idOf: (row: Row) => string
    nameOf: (row: Row) => string
  }
  /** What stands below when nothing is opened. */
  choose: string
  /** What stands below of the opened row; `onNext` opens the one after it. */
  detailOf: (id: string, onNext: () => void) => ReactNode
}

/** A list that words narrow, above what is opened of it; J and K walk it, / filters, Escape closes and goes back. */
export function ListScreen<Row>(props: ListScreenProps<Row>) {
  const { list, rows, table, back } = props
  const [words, setWords] = useState('')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const filterBox = useRef<HTMLInputElement>(null)
  const wanted = words.trim().toLowerCase()
  const shown = rows.filter((row) => props.wordsOf(row).join(' ').toLowerCase().includes(wanted))
  const ids = shown.map(table.idOf)
  useScreenKeys({
    '/': () => filterBox.current?.focus(),
    j: () => setOpened(stepInList(ids, opened, 1)),
    k: () => setOpened(stepInList(ids, opened, -1)),
    Escape: () => (opened ? setOpened(undefined) : back.onBack()),
  })
  return (
    <div className={classes.screen}>
      <div className={classes.bar} data-no-print>
        <h1 className={classes.heading}>{props.title}</h1>
        <Button size="compact-sm" variant="default" onClick={back.onBack}>
          {back.words}
        </Button>
        <FilterBox
          label={t('casework.filter')}
          value={words}
          onChange={setWords}
          onEnter={() => setOpened(ids[0])}
          inputRef={filterBox}
        />
        {props.note}
        <Text size="xs" ml="auto">
          {props.keys}
        </Text>
      </div>
      <div />
      <div className={classes.scroll} data-no-print>
        {list.error && <Failed error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Waiting what={props.title} />}
        {!list.error && !list.isPending && rows.length === 0 && <Empty {...props.empty} />}
        {rows.length > 0 && shown.length === 0 && (
          <Empty title={t('casework.nothingFiltered')} hint={t('casework.nothingFilteredHint')} />
        )}
        {shown.length > 0 && <WorkTable {...table} rows={shown} current={opened} onOpen={setOpened} />}
      </div>
      <div className={`${classes.pane} ${classes.below}`}>
        {opened ? (
          props.detailOf(opened, () => setOpened(neighbourOf(ids, opened)))
        ) : (
          <Text size="sm">{props.choose}</Text>
        )}
      </div>
    </div>
  )
}
