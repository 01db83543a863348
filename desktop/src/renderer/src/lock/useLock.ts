import { useEffect, useState } from 'react'

import type { HeldWork } from '../../../main/lock/window-lock.ts'
import { bridge } from '../bridge.ts'

/** Whether somebody's work is locked; unknown for a moment after the window was loaded. */
export type LockState =
  { kind: 'unknown' } | { kind: 'open' } | { kind: 'emptying' } | { kind: 'locked'; work: HeldWork }

/** The lock of the window: when it falls the window empties itself and is then begun anew by the main process. */
export function useLock(): { state: LockState; open: () => void } {
  const [state, setState] = useState<LockState>({ kind: 'unknown' })
  useEffect(() => {
    void bridge.lock.find().then((answer) => {
      const work = answer.ok ? answer.data : null
      setState(work ? { kind: 'locked', work } : { kind: 'open' })
    })
    return bridge.lock.onLocked(() => setState({ kind: 'emptying' }))
  }, [])
  useEffect(() => {
    if (state.kind === 'emptying') void reportEmptied()
  }, [state])
  function open() {
    void bridge.lock.open()
    setState({ kind: 'open' })
  }
  return { state, open }
}

/** The editor saved its draft when it was taken away. What is asked for after that is answered after that. */
async function reportEmptied(): Promise<void> {
  await bridge.drafts.list()
  await bridge.lock.emptied()
}
