import type { OutlinePlace } from '@send/shared/forms/place-in-outline'
import { useState, type DragEvent } from 'react'

type DropPlace = OutlinePlace & { where: 'before' | 'after' }

type OutlineDrag = {
  /** Where what is dragged would be dropped now. */
  over: DropPlace | undefined
  handlers: {
    onDragStart: (event: DragEvent) => void
    onDragOver: (event: DragEvent) => void
    onDragLeave: (event: DragEvent) => void
    onDrop: (event: DragEvent) => void
    onDragEnd: () => void
  }
}

/**
 * Dragging rows of the outline with the mouse: the marked ones, or the one that is caught outside them. The gap below
 * the upper half of a row is above it, that below its lower half below it.
 */
export function useOutlineDrag(
  marked: ReadonlySet<string>,
  onDropped: ((ids: ReadonlySet<string>, place: OutlinePlace) => void) | undefined,
): OutlineDrag {
  const [dragged, setDragged] = useState<ReadonlySet<string> | undefined>(undefined)
  const [over, setOver] = useState<DropPlace | undefined>(undefined)
  function end() {
    setDragged(undefined)
    setOver(undefined)
  }
  return {
    over,
    handlers: {
      onDragStart(event) {
        const id = rowOf(event)?.dataset.item
        if (id === undefined) return
        event.dataTransfer.effectAllowed = 'move'
        // Nothing of the form leaves the window with it.
        event.dataTransfer.setData('application/x-send-outline', '')
        setDragged(marked.has(id) ? marked : new Set([id]))
      },
      onDragOver(event) {
        const row = rowOf(event)
        const id = row?.dataset.item
        // Files and texts from elsewhere are not for the outline.
        if (!dragged || !row || id === undefined) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        const { top, height } = row.getBoundingClientRect()
        const where = event.clientY < top + height / 2 && id !== 'form' ? 'before' : 'after'
        if (over?.id !== id || over.where !== where) setOver({ id, where })
      },
      onDragLeave(event) {
        if (event.target === event.currentTarget) setOver(undefined)
      },
      onDrop(event) {
        event.preventDefault()
        if (dragged && over) onDropped?.(dragged, over)
        end()
      },
      onDragEnd: end,
    },
  }
}

function rowOf({ target }: DragEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null
}
