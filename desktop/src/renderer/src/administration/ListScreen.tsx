import { Button, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useRef, useState, type ReactNode } from 'react'

import { FilterBox } from '../submissions/work-list/FilterBox.tsx'
import { Empty, Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { stepInList } from '../submissions/work-list/steady-list.ts'
import { useScreenKeys } from '../submissions/work-list/useScreenKeys.ts'
import classes from '../submissions/work-list/work-list.module.css'
import { WorkTable, type Column } from '../submissions/work-list/WorkTable.tsx'

const t = translator('en')

type ListScreenProps<Row> = {
  screen: 'users' | 'groups' | 'seats' | 'lookups'
  /** None while they are being loaded. */
  rows: readonly Row[] | undefined
  idOf: (row: Row) => string
  nameOf: (row: Row) => string
  /** The words in which the filter looks, beside the name. */
  wordsOf: (row: Row) => string
  columns: readonly Column<Row>[]
  error: { message: string } | null
  onRetry: () => void
  opened: string | undefined
  onOpen: (id: string | undefined) => void
  /** What N and the button do; none for whoever may only look. */
  onNew: (() => void) | undefined
  /** More of the bar, beside the filter. */
  tools?: ReactNode
  /** The reading pane of the open row. */
  children: ReactNode
}

/** A screen of administration: a list that is filtered and walked by keyboard, and the open row below it. */
export function ListScreen<Row>(props: ListScreenProps<Row>) {
  const { screen, opened, onOpen, onNew } = props
  const [filter, setFilter] = useState('')
  const filterBox = useRef<HTMLInputElement>(null)
  const wanted = filter.trim().toLowerCase()
  const rows = (props.rows ?? []).filter((row) =>
    `${props.nameOf(row)} ${props.wordsOf(row)}`.toLowerCase().includes(wanted),
  )
  const ids = rows.map(props.idOf)
  useScreenKeys({
    '/': () => filterBox.current?.focus(),
    j: () => onOpen(stepInList(ids, opened, 1)),
    k: () => onOpen(stepInList(ids, opened, -1)),
    n: () => onNew?.(),
    Escape: () => onOpen(undefined),
  })
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <h1 className={classes.heading}>{t(`${screen}.title`)}</h1>
        <FilterBox
          label={t('casework.filter')}
          value={filter}
          onChange={setFilter}
          onEnter={() => onOpen(ids[0])}
          inputRef={filterBox}
        />
        {props.tools}
        {onNew && (
          <Button size="xs" aria-keyshortcuts="n" onClick={onNew}>
            {t(`${screen}.new`)}
          </Button>
        )}
        <Text size="xs" ml="auto">
          {onNew ? t('administration.keys') : t('casework.keys')}
        </Text>
      </div>
      <div />
      <div className={classes.scroll}>
        {props.error && <Failed error={props.error} onRetry={props.onRetry} />}
        {!props.rows && !props.error && <Waiting what={t(`${screen}.title`)} />}
        {props.rows?.length === 0 && !wanted && (
          <Empty title={t(`${screen}.empty`)} hint={t(`${screen}.emptyHint`)} />
        )}
        {props.rows && wanted && rows.length === 0 && (
          <Empty title={t('casework.nothingFiltered')} hint={t('casework.nothingFilteredHint')} />
        )}
        {rows.length > 0 && (
          <WorkTable
            caption={t(`${screen}.list`)}
            rows={rows}
            idOf={props.idOf}
            nameOf={props.nameOf}
            nameHeading={t(`${screen}.column.name`)}
            current={opened}
            onOpen={onOpen}
            columns={props.columns}
          />
        )}
      </div>
      <div className={`${classes.pane} ${classes.below}`}>
        {props.children ?? <Text size="sm">{t(`${screen}.choose`)}</Text>}
      </div>
    </div>
  )
}
