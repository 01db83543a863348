import { focusManager } from '@tanstack/react-query'

import { bridge } from './bridge.ts'

const idleAfter = 10 * 60_000 // milliseconds
const reportEvery = 1000 // milliseconds

/** What a person does; `click` and `input` also come from a screen reader or a voice. */
const uses = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'click', 'input'] as const

/**
 * Lists renew themselves only while somebody uses the window; and the main process, which locks a window that
 * was left alone, is told of the use. What the page does by itself is no use, so only trusted events count.
 */
export function renewOnlyWhileUsed(): void {
  let reportedAt = -reportEvery
  function report(event: Event) {
    if (!event.isTrusted || event.timeStamp - reportedAt < reportEvery) return
    reportedAt = event.timeStamp
    void bridge.lock.used()
  }
  focusManager.setEventListener((setFocused) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function onUse(event: Event) {
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
