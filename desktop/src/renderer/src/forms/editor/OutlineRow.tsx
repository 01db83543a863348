import { translator } from '@send/shared/texts/translator'
import { IconAlertTriangle } from '@tabler/icons-react'
import { memo } from 'react'

import classes from '../form-builder.module.css'
import type { OutlineItem } from './outline-items.ts'

const t = translator('en')

export type OutlineRowProps = OutlineItem & {
  isCurrent: boolean
  isMarked: boolean
  canMove: boolean
  /** The edge at which what is dragged would be dropped. */
  drop: 'before' | 'after' | undefined
}

/** One row; drawn anew only when something of it changed, so that an edit costs the same in a long form. */
export const OutlineRow = memo(function OutlineRow(row: OutlineRowProps) {
  return (
    <div
      className={classes.outlineItem}
      role="treeitem"
      aria-level={row.level}
      aria-selected={row.isMarked}
      tabIndex={row.isCurrent ? 0 : -1}
      draggable={row.canMove}
      data-item={row.id}
      data-drop={row.drop}
    >
      <span className={classes.outlineLabel}>{row.label}</span>
      {row.condition === undefined ? null : (
        <span className={classes.outlineCondition}>
          {t('logic.outlineShownWhen', { condition: row.condition })}
        </span>
      )}
      {row.problems > 0 && (
        <span className={classes.outlineProblem}>
          <IconAlertTriangle aria-hidden size={14} />
          {t('forms.problems', { count: row.problems })}
        </span>
      )}
    </div>
  )
})
