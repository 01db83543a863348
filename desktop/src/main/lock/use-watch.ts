export type UseWatch = {
  /** Somebody touched the keyboard, the mouse or the screen. */
  used(): void
  /** Whether somebody is at the window now, so that its calls count as use of the session. */
  isAttended(): boolean
  /** Counts from now on until `stop`, or until the window was left alone for too long. */
  start(): void
  stop(): void
}

type UseWatchOptions = {
  /** Milliseconds without use after which the window is left alone. */
  lockAfter: number
  /** Milliseconds on a clock that never goes back. */
  now: () => number
  onLeftAlone: () => void
  /** Told every few minutes of use: whoever writes for long without asking the server anything is still there. */
  onStillUsed: () => void
}

/** A call that comes later than this after the last touch was made by the window itself. */
const attendedMilliseconds = 60_000
const stillUsedMilliseconds = 5 * 60_000

/** Milliseconds until a window last used at a time must lock, or 0 when it must lock now. */
export function timeUntilLock(lastUse: number, now: number, lockAfter: number): number {
  return Math.max(0, lastUse + lockAfter - now)
}

/** Whether somebody last seen at a time is still at the window. */
export function isAttendedAt(lastUse: number, now: number): boolean {
  return now - lastUse <= attendedMilliseconds
}

/** Watches how long nobody has used the window, in the main process, whose timers no covered window slows down. */
export function watchUse({ lockAfter, now, onLeftAlone, onStillUsed }: UseWatchOptions): UseWatch {
  let lastUse = now()
  let lastTold = lastUse
  let timer: NodeJS.Timeout | undefined

  function check(): void {
    const left = timeUntilLock(lastUse, now(), lockAfter)
    if (left > 0) {
      timer = setTimeout(check, left)
      return
    }
    timer = undefined
    onLeftAlone()
  }

  return {
    used() {
      lastUse = now()
      if (!timer || lastUse - lastTold < stillUsedMilliseconds) return
      lastTold = lastUse
      onStillUsed()
    },
    isAttended: () => isAttendedAt(lastUse, now()),
    start() {
      if (timer) return
      lastUse = lastTold = now()
      timer = setTimeout(check, lockAfter)
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
