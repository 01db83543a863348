import { translator } from '@send/shared/texts/translator'
import {
  useEffect,
  useMemo,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'

import { stepInList } from '../../submissions/work-list/steady-list.ts'
import classes from '../form-builder.module.css'
import { groupByPage, type OutlineItem } from './outline-items.ts'
import { markAll, markOne, markTo, toggleMark, type Marks } from './outline-marks.ts'
import { OutlinePage } from './OutlinePage.tsx'
import type { ItemActions } from './useItemActions.tsx'
import { useOutlineDrag } from './useOutlineDrag.ts'

const t = translator('en')

type OutlineProps = {
  items: readonly OutlineItem[]
  marks: Marks
  onMark: (marks: Marks) => void
  onEnter: () => void
  /** Undefined where the form is only read. */
  actions: ItemActions | undefined
  treeRef: RefObject<HTMLUListElement | null>
}

/**
 * Pages, sections and questions as one tree with one tab stop, in which several can be selected; problems are marked by
 * shape and word.
 */
export function Outline({ items, marks, onMark, onEnter, actions, treeRef }: OutlineProps) {
  const { over, handlers } = useOutlineDrag(marks.ids, actions?.drop)
  const selected = marks.head
  const pages = useMemo(() => groupByPage(items), [items])
  /** A row that moves to another page is drawn anew, and what had the focus is gone without a word. */
  const hasFocus = useRef(false)
  useEffect(() => {
    const row = treeRef.current?.querySelector<HTMLElement>('[tabindex="0"]')
    row?.scrollIntoView({ block: 'nearest' })
    if (hasFocus.current && row !== document.activeElement) row?.focus()
  }, [selected, items, treeRef])

  const rows = () => items.map(({ id }) => id)
  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey) return
    const act = findMove(event) ?? findAct(event)
    if (!act) return
    event.preventDefault()
    act()
  }
  /** Arrows alone select one, with Shift all from where the range began, with Ctrl they pass by. */
  function findMove(event: KeyboardEvent): (() => void) | undefined {
    const ids = rows()
    const targets: Record<string, string | undefined> = {
      ArrowDown: stepInList(ids, selected, 1),
      ArrowUp: stepInList(ids, selected, -1),
      Home: ids[0],
      End: ids.at(-1),
    }
    const target = targets[event.key]
    if (target === undefined) return undefined
    if (event.shiftKey) return () => onMark(markTo(marks, ids, target))
    const isCtrl = event.ctrlKey || event.metaKey
    return () => onMark(isCtrl ? { ...marks, head: target } : markOne(target))
  }
  function findAct(event: KeyboardEvent): (() => void) | undefined {
    if (event.ctrlKey || event.metaKey) {
      const acts: Record<string, (() => void) | undefined> = {
        a: () => onMark(markAll(marks, rows())),
        ' ': () => onMark(toggleMark(marks, selected)),
        x: actions?.cut,
        c: actions?.copy,
        v: actions?.paste,
      }
      return event.shiftKey ? undefined : acts[event.key.toLowerCase()]
    }
    if (event.key === 'Enter') return onEnter
    if (event.key === 'Escape') return () => onMark(markOne(selected))
    return event.key === 'Delete' ? actions?.remove : undefined
  }
  function onClick(event: MouseEvent) {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null
    const id = row?.dataset.item
    if (id === undefined) return
    if (event.shiftKey) onMark(markTo(marks, rows(), id))
    else onMark(event.ctrlKey || event.metaKey ? toggleMark(marks, id) : markOne(id))
  }
  const hold = ({ type, relatedTarget }: FocusEvent) => {
    const isStaying = relatedTarget instanceof Node && treeRef.current?.contains(relatedTarget)
    hasFocus.current = type === 'focus' || isStaying === true
  }
  return (
    <ul
      className={classes.outline}
      role="tree"
      aria-label={t('forms.outline')}
      aria-multiselectable
      ref={treeRef}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={hold}
      onBlur={hold}
      {...handlers}
    >
      {pages.map((page) => (
        <OutlinePage
          key={page[0].id}
          rows={page.map((item) => ({
            ...item,
            isCurrent: item.id === selected,
            isMarked: marks.ids.has(item.id),
            canMove: actions !== undefined && item.id !== 'form',
            drop: over?.id === item.id ? over.where : undefined,
          }))}
        />
      ))}
    </ul>
  )
}
