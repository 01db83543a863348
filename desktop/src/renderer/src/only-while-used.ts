import { focusManager } from '@tanstack/react-query'

import { bridge } from './bridge.ts'

const idleAfter = 10 * 60_000 // milliseconds
const reportEvery = 1000 // milliseconds

/** What a person does; `click` and `input` also come from a screen reader or a voice. */
const uses = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'click', 'input'] as const

/** Where the pointer was last: one that rests also “moves” when another window opens or closes over this one. */
let pointer = { x: 0, y: 0 }

function isOfPerson(event: Event): boolean {
  if (!event.isTrusted) return false
  if (!(event instanceof PointerEvent) || event.type !== 'pointermove') return true
  const { screenX: x, screenY: y } = event
  const moved = x !== pointer.x || y !== pointer.y
  pointer = { x, y }
  return moved
}

/**
 * Lists renew themselves only while somebody uses the window; and the main process, which locks a window that
 * was left alone, is told of the use. What pages and windows do by themselves is no use.
 */
export function renewOnlyWhileUsed(): void {
  let reportedAt = -reportEvery
  function report(event: Event) {
    if (event.timeStamp - reportedAt < reportEvery) return
    reportedAt = event.timeStamp
    void bridge.lock.used()
  }
  focusManager.setEventListener((setFocused) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function onUse(event: Event) {
      if (!isOfPerson(event)) return
      report(event)
      renew()
    }
    function renew() {
      const visible = document.visibilityState === 'visible'
      clearTimeout(timer)
      if (visible) timer = setTimeout(() => setFocused(false), idleAfter)
      setFocused(visible)
    }
    const shown = ['visibilitychange', 'focus'] as const
    for (const use of uses) window.addEventListener(use, onUse, { capture: true, passive: true })
    for (const change of shown) window.addEventListener(change, renew, { capture: true })
    renew()
    return () => {
      clearTimeout(timer)
      for (const use of uses) window.removeEventListener(use, onUse, { capture: true })
      for (const change of shown) window.removeEventListener(change, renew, { capture: true })
    }
  })
}
