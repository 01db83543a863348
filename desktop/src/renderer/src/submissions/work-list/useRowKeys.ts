import type { KeyboardEvent } from 'react'

import type { RowSelection } from './row-selection.ts'
import { stepInList } from './steady-list.ts'

/** The keys of a row that can be selected: arrows go along, with Shift they select on the way, Space selects this one. */
export function useRowKeys(ids: readonly string[], selection: RowSelection | undefined) {
  if (!selection) return undefined
  return (event: KeyboardEvent<HTMLElement>) => {
    const id = event.currentTarget.closest('tr')?.dataset['id']
    if (id === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    switch (event.key) {
      case ' ':
        // Of a tick box this is its own.
        if (event.currentTarget instanceof HTMLInputElement) return
        selection.toggle(id)
        break
      case 'ArrowDown':
      case 'ArrowUp': {
        const next = stepInList(ids, id, event.key === 'ArrowDown' ? 1 : -1)
        const rows = event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('tr[data-id]')
        const button = [...(rows ?? [])].find((each) => each.dataset['id'] === next)?.querySelector('button')
        button?.focus()
        if (event.shiftKey && next !== undefined) selection.extendTo(next, id)
        break
      }
      default:
        return
    }
    event.preventDefault()
  }
}
