import { Button, Kbd, Title } from '@mantine/core'
import type { ReactNode } from 'react'

import classes from './family.module.css'

type SectionProps = {
  title: string
  /** What is said where nobody is in it. */
  none: string
  isEmpty: boolean
  add?: { words: string; key?: string; onAdd: () => void } | false | undefined
  /** The question that is open about it. */
  asked?: ReactNode
  children: ReactNode
}

/** One part of a family: its heading, what is added to it, and its table or one line that says why there is none. */
export function Section({ title, none, isEmpty, add, asked, children }: SectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.head}>
        <Title order={2} size="h5">
          {title}
        </Title>
        {add && (
          <Button size="compact-xs" variant="default" aria-keyshortcuts={add.key} onClick={add.onAdd}>
            {add.words} {add.key && <Kbd ml={8}>{add.key.toUpperCase()}</Kbd>}
          </Button>
        )}
      </div>
      {isEmpty ? <p className={classes.none}>{none}</p> : children}
      {asked}
    </section>
  )
}
