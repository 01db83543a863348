import { useLayoutEffect, useRef } from 'react'

type ScreenKeys = Record<string, () => void>

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable=true]') !== null
  )
}

function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog][aria-modal=true]') !== null
}

/** Enter on a button or link belongs to it. */
function hasOwnEnter(event: KeyboardEvent): boolean {
  return (
    event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('button,a') !== null
  )
}

/** "j", "Escape", "Shift+m", "Control+a"; Shift belongs to letters alone, since it is part of every other sign. */
function nameOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  const name = key.length === 1 ? key.toLowerCase() : key
  const shift = shiftKey && /^[a-z]$/.test(name) ? 'Shift+' : ''
  return `${ctrlKey || metaKey ? 'Control+' : ''}${shift}${name}`
}

/** Keys of a screen ("j", "/", "Escape", "Control+a" …), silent while somebody types in a field or a dialog is open. */
export function useScreenKeys(keys: ScreenKeys): void {
  const latest = useRef(keys)
  // Before it is painted: what is seen can be pressed.
  useLayoutEffect(() => {
    latest.current = keys
  })
  useLayoutEffect(() => {
    // Noted before the dialog hears of the key: Escape that closes it is gone from the page by the time it comes here.
    let dialogWasOpen = false
    function noteDialog() {
      dialogWasOpen = isDialogOpen()
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey) return
      if (isTyping(event.target) || hasOwnEnter(event) || dialogWasOpen || isDialogOpen()) return
      const act = latest.current[nameOf(event)]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', noteDialog, { capture: true })
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', noteDialog, { capture: true })
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
