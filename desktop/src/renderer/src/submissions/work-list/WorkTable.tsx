import { translator } from '@send/shared/texts/translator'
import { useEffect, useRef, type ReactNode } from 'react'

import type { RowSelection } from './row-selection.ts'
import { SelectCell } from './SelectCell.tsx'
import { useRowKeys } from './useRowKeys.ts'
import classes from './work-list.module.css'

const t = translator('en')

export type Column<Row> = { heading: string; cell: (row: Row) => ReactNode }

type WorkTableProps<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  idOf: (row: Row) => string
  /** The words of the row's button: the first thing an officer looks for, such as the child's name. */
  nameOf: (row: Row) => string
  nameHeading: string
  current: string | undefined
  onOpen: (id: string) => void
  /** Where rows can be selected, to do something with many of them. */
  selection?: RowSelection | undefined
}

/** A dense list of work: one button a row, the whole row is its target, the open row is marked. */
export function WorkTable<Row>(props: WorkTableProps<Row>) {
  const { current, selection } = props
  const onKeyDown = useRowKeys(props.rows.map(props.idOf), selection)
  const currentRow = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    const row = current === undefined ? null : currentRow.current
    row?.scrollIntoView({ block: 'nearest' })
    // J and K take the focus along when it is in the list, which may be of several tables, so that Enter means the marked row.
    if (row?.closest('table')?.parentElement?.contains(document.activeElement))
      row.querySelector('button')?.focus()
  }, [current])
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>{props.caption}</caption>
      <thead>
        <tr>
          {selection && (
            <th scope="col" className={classes.selectCell}>
              <span className={classes.caption}>{t('casework.selected')}</span>
            </th>
          )}
          <th scope="col">{props.nameHeading}</th>
          {props.columns.map((column) => (
            <th key={column.heading} scope="col">
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => {
          const id = props.idOf(row)
          const isCurrent = id === current
          return (
            <tr
              key={id}
              ref={isCurrent ? currentRow : undefined}
              data-id={id}
              data-current={isCurrent || undefined}
              data-selected={selection?.isSelected(id) || undefined}
            >
              {selection && (
                <SelectCell id={id} name={props.nameOf(row)} selection={selection} onKeyDown={onKeyDown} />
              )}
              <td>
                <button
                  type="button"
                  className={classes.rowButton}
                  aria-current={isCurrent ? 'true' : undefined}
                  onKeyDown={onKeyDown}
                  onClick={(event) => {
                    if (selection && event.shiftKey) selection.extendTo(id)
                    else if (selection && event.ctrlKey) selection.toggle(id)
                    else props.onOpen(id)
                  }}
                >
                  {props.nameOf(row)}
                </button>
              </td>
              {props.columns.map((column) => (
                <td key={column.heading}>{column.cell(row)}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
