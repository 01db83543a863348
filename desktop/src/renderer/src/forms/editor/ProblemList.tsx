import type { PublishingProblem } from '@send/shared/forms/publishing-problems'

import { translator } from '@send/shared/texts/translator'
import { useMemo } from 'react'

import classes from '../form-builder.module.css'
import type { OutlineItem } from './outline-items.ts'

const t = translator('en')

type ProblemListProps = {
  problems: readonly PublishingProblem[]
  items: readonly OutlineItem[]
  onOpen: (where: string) => void
}

/** What stands in the way of publishing; each entry leads to its place. */
export function ProblemList({ problems, items, onOpen }: ProblemListProps) {
  const places = useMemo(() => new Map(items.map((item) => [item.id, item])), [items])
  function inWords(where: string, sentence: string): string {
    const item = places.get(where)
    return item && item.level > 1 ? t('forms.problemAt', { label: item.label, sentence }) : sentence
  }
  return (
    <ul className={classes.problems}>
      {problems.map(({ where, sentence }) => (
        <li key={`${where} ${sentence}`} className={classes.problemItem}>
          <button type="button" className={classes.problem} onClick={() => onOpen(where)}>
            {inWords(where, sentence)}
          </button>
        </li>
      ))}
    </ul>
  )
}
