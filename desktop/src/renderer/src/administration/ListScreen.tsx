import { translator } from '@send/shared/texts/translator'
import { useState, type ReactNode } from 'react'

import type { Column } from '../submissions/work-list/WorkTable.tsx'
import { ListFrame } from './ListFrame.tsx'

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

/** A list that is loaded whole and filtered in the window. */
export function ListScreen<Row>({ screen, wordsOf, onNew, ...list }: ListScreenProps<Row>) {
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLowerCase()
  const rows = list.rows?.filter((row) =>
    `${list.nameOf(row)} ${wordsOf(row)}`.toLowerCase().includes(wanted),
  )
  return (
    <ListFrame
      {...list}
      title={t(`${screen}.title`)}
      filter={{ label: t('casework.filter'), value: filter, onChange: setFilter }}
      create={onNew && { word: t(`${screen}.new`), onCreate: onNew }}
      rows={rows}
      empty={
        wanted
          ? { title: t('casework.nothingFiltered'), hint: t('casework.nothingFilteredHint') }
          : { title: t(`${screen}.empty`), hint: t(`${screen}.emptyHint`) }
      }
      caption={t(`${screen}.list`)}
      nameHeading={t(`${screen}.column.name`)}
      choose={t(`${screen}.choose`)}
    />
  )
}
