import { useEffect, useRef } from 'react'

import { useScreenKeys } from '../../submissions/work-list/useScreenKeys.ts'
import type { FormEditing } from './useFormEditing.ts'
import type { ItemActions } from './useItemActions.tsx'

type EditorKeys = {
  editing: FormEditing
  actions: ItemActions
  onStep: (step: 1 | -1) => void
  onEscape: () => void
  onSearch: () => void
}

/** Ctrl+Z and Ctrl+Y or Ctrl+Shift+Z, Ctrl+F and Ctrl+H, Alt with the arrows, J and K, Esc, wherever the focus is in the editor. */
export function useEditorKeys(keys: EditorKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useScreenKeys({ j: () => keys.onStep(1), k: () => keys.onStep(-1) })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector('[role=dialog][aria-modal=true]')) return
      const act = findAct(event, latest.current)
      if (!act) return
      // Before the box that is typed in undoes by itself, which the form would never hear of.
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function findAct(event: KeyboardEvent, keys: EditorKeys): (() => void) | undefined {
  const { editing, actions, onEscape } = keys
  const nothing = () => {}
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    // Alt+↓ opens a list of choices.
    if (event.target instanceof HTMLSelectElement) return undefined
    if (event.key === 'ArrowUp') return () => actions.move?.(-1)
    if (event.key === 'ArrowDown') return () => actions.move?.(1)
    // In a box these walk by words on some systems.
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
      return undefined
    if (event.key === 'ArrowRight') return actions.moveIn ?? nothing
    return event.key === 'ArrowLeft' ? (actions.moveOut ?? nothing) : undefined
  }
  if (event.key === 'Escape') return onEscape
  if (!event.ctrlKey && !event.metaKey) return undefined
  const key = event.key.toLowerCase()
  if (key === 'f' || key === 'h') return keys.onSearch
  if (key === 'y' || (key === 'z' && event.shiftKey)) return editing.redo ?? nothing
  return key === 'z' ? (editing.undo ?? nothing) : undefined
}
