import { translator } from '@send/shared/texts/translator'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'

import { stepInList } from '../../submissions/work-list/steady-list.ts'
import classes from '../form-builder.module.css'
import type { OutlineItem } from './outline-items.ts'

const t = translator('en')

type OutlineProps = {
  items: readonly OutlineItem[]
  selected: string
  onSelect: (id: string) => void
  onEnter: () => void
  onRemove: (() => void) | undefined
  treeRef: RefObject<HTMLUListElement | null>
}

/** Pages, sections and questions as one tree with one tab stop; problems are marked by shape and word. */
export function Outline({ items, selected, onSelect, onEnter, onRemove, treeRef }: OutlineProps) {
  const current = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const item = current.current
    item?.scrollIntoView({ block: 'nearest' })
    if (item && treeRef.current?.contains(document.activeElement)) item.focus()
  }, [selected, items, treeRef])

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const ids = items.map(({ id }) => id)
    const targets: Record<string, string | undefined> = {
      ArrowDown: stepInList(ids, selected, 1),
      ArrowUp: stepInList(ids, selected, -1),
      Home: ids[0],
      End: ids.at(-1),
    }
    const target = targets[event.key]
    if (target !== undefined) onSelect(target)
    else if (event.key === 'Enter') onEnter()
    else if (event.key === 'Delete' && onRemove) onRemove()
    else return
    event.preventDefault()
  }
  function onClick(event: MouseEvent) {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null
    if (item?.dataset.item) onSelect(item.dataset.item)
  }
  return (
    <ul
      className={classes.outline}
      role="tree"
      aria-label={t('forms.outline')}
      ref={treeRef}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {items.map((item) => (
        <li
          key={item.id}
          ref={item.id === selected ? current : undefined}
          className={classes.outlineItem}
          role="treeitem"
          aria-level={item.level}
          aria-selected={item.id === selected}
          tabIndex={item.id === selected ? 0 : -1}
          data-item={item.id}
        >
          <span className={classes.outlineLabel}>{item.label}</span>
          {item.condition === undefined ? null : (
            <span className={classes.outlineCondition}>
              {t('logic.outlineShownWhen', { condition: item.condition })}
            </span>
          )}
          {item.problems > 0 && (
            <span className={classes.outlineProblem}>
              <IconAlertTriangle aria-hidden size={14} />
              {t('forms.problems', { count: item.problems })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
