import { Button, Text } from '@mantine/core'
import { translator } from '@send/shared/texts/translator'
import { useRef, type ReactNode } from 'react'

import { FilterBox } from '../submissions/work-list/FilterBox.tsx'
import { Empty, Failed, Waiting } from '../submissions/work-list/ScreenStates.tsx'
import { stepInList } from '../submissions/work-list/steady-list.ts'
import { useEnterFirst } from '../submissions/work-list/useEnterFirst.ts'
import { useScreenKeys } from '../submissions/work-list/useScreenKeys.ts'
import classes from '../submissions/work-list/work-list.module.css'
import { WorkTable, type Column } from '../submissions/work-list/WorkTable.tsx'

const t = translator('en')

type ListFrameProps<Row> = {
  title: string
  /** In place of the plain heading, where a screen has several lists. */
  heading?: ReactNode
  filter: { label: string; value: string; onChange: (value: string) => void }
  /** More of the bar, beside the filter. */
  tools?: ReactNode
  /** What N and the button do; none for whoever may only look. */
  create?: { word: string; onCreate: () => void } | undefined
  /** The keys of the list in words, where it has others than every list. */
  keysInWords?: string
  /** More keys, beside those that every list has. */
  keys?: Record<string, () => void>
  /** Between the bar and the list. */
  notice?: ReactNode
  /** None while they are being loaded. */
  rows: readonly Row[] | undefined
  /** False while the rows still answer another filter. */
  isCurrent?: boolean
  error: { message: string } | null
  onRetry: () => void
  empty: { title: string; hint: string }
  caption: string
  idOf: (row: Row) => string
  nameOf: (row: Row) => string
  nameHeading: string
  columns: readonly Column<Row>[]
  /** Where the list has more than is shown. */
  more?: { busy: boolean; onMore: () => void } | undefined
  opened: string | undefined
  onOpen: (id: string | undefined) => void
  /** In place of the reading pane while no row is open. */
  choose: string
  /** The reading pane of the open row. */
  children: ReactNode
}

/** A screen with a list that is filtered and walked by keyboard, page after page, and the open row below it. */
export function ListFrame<Row>(props: ListFrameProps<Row>) {
  const { rows, opened, onOpen, create, filter } = props
  const filterBox = useRef<HTMLInputElement>(null)
  const ids = (rows ?? []).map(props.idOf)
  const typed = { typed: filter.value, isCurrent: props.isCurrent ?? true }
  const enterFirst = useEnterFirst(typed, () => onOpen(ids[0]))
  useScreenKeys({
    '/': () => filterBox.current?.focus(),
    j: () => onOpen(stepInList(ids, opened, 1)),
    k: () => onOpen(stepInList(ids, opened, -1)),
    n: () => create?.onCreate(),
    Enter: () => onOpen(opened ?? ids[0]),
    Escape: () => onOpen(undefined),
    ...props.keys,
  })
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        {props.heading ?? <h1 className={classes.heading}>{props.title}</h1>}
        <FilterBox {...filter} onEnter={enterFirst} inputRef={filterBox} />
        {props.tools}
        {create && (
          <Button size="xs" aria-keyshortcuts="n" onClick={create.onCreate}>
            {create.word}
          </Button>
        )}
        <Text size="xs" ml="auto">
          {props.keysInWords ?? t(create ? 'administration.keys' : 'casework.keys')}
        </Text>
      </div>
      {props.notice ?? <div />}
      <div className={classes.scroll}>
        {props.error && <Failed error={props.error} onRetry={props.onRetry} />}
        {!rows && !props.error && <Waiting what={props.title} />}
        {rows?.length === 0 && <Empty {...props.empty} />}
        {rows && rows.length > 0 && (
          <WorkTable
            caption={props.caption}
            rows={rows}
            idOf={props.idOf}
            nameOf={props.nameOf}
            nameHeading={props.nameHeading}
            current={opened}
            onOpen={onOpen}
            columns={props.columns}
          />
        )}
        {props.more && (
          <Button
            m="sm"
            size="compact-sm"
            variant="default"
            loading={props.more.busy}
            onClick={props.more.onMore}
          >
            {t('administration.more')}
          </Button>
        )}
      </div>
      <div className={`${classes.pane} ${classes.below}`}>
        {props.children ?? <Text size="sm">{props.choose}</Text>}
      </div>
    </div>
  )
}
