import type { ReactNode } from 'react'
import { translator } from '@send/shared/texts/translator'

import { childInWords, type PreviewItem } from './bulk-words.ts'
import classes from './bulk.module.css'

const t = translator('en')

type ChildrenTableProps = {
  caption: string
  heading: string
  rows: readonly { item: PreviewItem; words: ReactNode }[]
}

/** Some of the selected children, with what happens to each or why nothing does; long ones scroll, by keyboard too. */
export function ChildrenTable({ caption, heading, rows }: ChildrenTableProps) {
  if (rows.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={caption}>
      <table className={classes.table}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('suspense.column.name')}</th>
            <th scope="col">{heading}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ item, words }) => (
            <tr key={item.incomingChildId}>
              <th scope="row">{childInWords(item)}</th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
