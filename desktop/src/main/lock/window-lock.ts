import { z } from 'zod'

import type { ServerSession } from '../server-session.ts'
import { endAtServer } from './end-at-server.ts'
import type { UseWatch } from './use-watch.ts'

/** Who works in the window and where; all that is left of the work while it is locked, and nothing of a child. */
export const HeldWork = z.strictObject({
  name: z.string().min(1).max(200),
  email: z.string().min(1).max(320),
  screen: z.string().regex(/^[a-zA-Z]{0,41}$/),
})
export type HeldWork = z.infer<typeof HeldWork>

export type WindowLock = {
  /** Somebody works in the window, at this screen. */
  hold(work: HeldWork): void
  /** Whose work is locked; undefined while nothing is. */
  find(): HeldWork | undefined
  /** Locks at once, when somebody works there. */
  lock(): void
  /** The window has saved what was being written, and holds nothing any more. */
  emptied(): void
  /** Signed in again, or left to somebody else. */
  open(): void
  /** The session is over in another way. */
  forget(): void
}

type WindowLockOptions = {
  server: ServerSession
  useWatch: UseWatch
  /** Asks the window to save what is being written and to empty itself. */
  askToEmpty: () => void
  /** Begins the window anew, so that nothing of the work is left in its memory; by force when it does not answer. */
  beginAnew: (byForce: boolean) => void
}

/** Milliseconds that the window has for saving a draft; a window that hangs is emptied all the same. */
const patience = 2000

/**
 * Locks the window: the session is ended here and on the server, so that nothing behind the lock can be reached
 * with it, whatever somebody does to the window. Unlocking is signing in again with both steps.
 */
export function createWindowLock({ server, useWatch, askToEmpty, beginAnew }: WindowLockOptions): WindowLock {
  let held: HeldWork | undefined
  let locked: HeldWork | undefined
  let emptying: NodeJS.Timeout | undefined

  function finish(byForce: boolean): void {
    clearTimeout(emptying)
    emptying = undefined
    beginAnew(byForce)
  }

  return {
    hold(work) {
      held = work
      useWatch.start()
    },
    find: () => locked,
    lock() {
      if (!held) return
      locked = held
      const authorization = server.authorization()
      server.end()
      void endAtServer(server.serverUrl, authorization)
      askToEmpty()
      emptying = setTimeout(() => finish(true), patience)
    },
    emptied() {
      if (emptying) finish(false)
    },
    open() {
      locked = undefined
    },
    forget() {
      held = undefined
      useWatch.stop()
    },
  }
}
