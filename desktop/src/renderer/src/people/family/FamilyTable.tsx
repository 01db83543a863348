import type { ReactNode } from 'react'

import list from '../../submissions/work-list/work-list.module.css'
import people from '../people.module.css'
import { t } from './family-words.ts'
import classes from './family.module.css'

type FamilyTableProps = {
  caption: string
  columns: readonly string[]
  /** Whether there is a last column with what can be done; its heading is for whoever may do it. */
  acts?: { mayChange: boolean }
  /** The rows. */
  children: ReactNode
}

/** One table of the room; all have the same columns, so that the eye goes down one line. */
export function FamilyTable({ caption, columns, acts, children }: FamilyTableProps) {
  return (
    <table className={`${people.readTable} ${classes.table}`}>
      <caption className={list.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {acts && (
            <th scope="col" className={classes.do}>
              {acts.mayChange && t('family.column.do')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
