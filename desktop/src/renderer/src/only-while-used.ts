import { focusManager } from '@tanstack/react-query'

const idleAfter = 10 * 60_000 // milliseconds

/**
 * Lists renew themselves only while somebody uses the window: a client that was left alone asks nothing any
 * more, so that the server ends its session after the hour without use that it promises.
 */
export function renewOnlyWhileUsed(): void {
  focusManager.setEventListener((setFocused) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function onUse() {
      const visible = document.visibilityState === 'visible'
      clearTimeout(timer)
      if (visible) timer = setTimeout(() => setFocused(false), idleAfter)
      setFocused(visible)
    }
    const uses = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'visibilitychange', 'focus'] as const
    for (const use of uses) window.addEventListener(use, onUse, { capture: true, passive: true })
    onUse()
    return () => {
      clearTimeout(timer)
      for (const use of uses) window.removeEventListener(use, onUse, { capture: true })
    }
  })
}
