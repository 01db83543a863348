import { useEffect, useRef } from 'react'

type ScreenKeys = Record<string, () => void>

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=radio]),textarea,select,[contenteditable=true]') !== null
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

/**
 * Single keys of a screen ("j", "/", "Escape" …), silent while somebody types in a field or a dialog is open,
 * and with Ctrl, Alt or Meta held down.
 */
export function useScreenKeys(keys: ScreenKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    // Noted before the dialog hears of the key: Escape that closes it is gone from the page by the time it comes here.
    let dialogWasOpen = false
    function noteDialog() {
      dialogWasOpen = isDialogOpen()
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
      if (isTyping(event.target) || hasOwnEnter(event) || dialogWasOpen || isDialogOpen()) return
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key]
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
