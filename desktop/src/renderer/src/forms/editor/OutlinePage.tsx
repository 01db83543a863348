import { shallowEqual } from '@mantine/hooks'
import { memo } from 'react'

import classes from '../form-builder.module.css'
import { OutlineRow, type OutlineRowProps } from './OutlineRow.tsx'

type OutlinePageProps = { rows: readonly OutlineRowProps[] }

/** The rows of one page; of a long form only the pages that an edit changed are drawn anew. */
export const OutlinePage = memo(function OutlinePage({ rows }: OutlinePageProps) {
  return (
    <li role="none" className={classes.outlinePage}>
      {rows.map((row) => (
        <OutlineRow key={row.id} {...row} />
      ))}
    </li>
  )
}, isSamePage)

function isSamePage({ rows: before }: OutlinePageProps, { rows: after }: OutlinePageProps): boolean {
  return before.length === after.length && before.every((row, place) => shallowEqual(row, after[place]))
}
