import { useEffect } from 'react'

import type { RouterOutputs } from '../api.ts'
import { bridge } from '../bridge.ts'

/** Tells the main process who works at which screen: it locks their work, and they return there. */
export function useHeldWork(
  { name, email }: RouterOutputs['accounts']['me'],
  screen: string | undefined,
): void {
  useEffect(() => void bridge.lock.hold({ name, email, screen: screen ?? '' }), [name, email, screen])
}
