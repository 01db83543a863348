import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { AccessibilityCheck } from '@send/shared/forms/gate/accessibility-check'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useEffect, useState } from 'react'

import { askPreview, nextNumber } from '../preview/ask-preview.ts'
import { LookAnswer, type LookRequest } from '../preview/look/look-message.ts'
import { checkAccessibility } from './check-accessibility.ts'

export type GateState =
  | { kind: 'waiting' }
  | { kind: 'checking'; done: number; of: number }
  | { kind: 'checked'; check: AccessibilityCheck }
  | { kind: 'failed'; message: string }

// A definition is never changed, only replaced: what was checked needs no second look as long as it is the same.
const checks = new WeakMap<FormDefinition, AccessibilityCheck>()

/** Checks a definition in a preview as soon as that listens; what was checked before is known at once. */
export function useAccessibilityCheck(
  definition: FormDefinition,
  preview: Window | undefined,
): { state: GateState; again: () => void } {
  const [tries, setTries] = useState(0)
  const [state, setState] = useState<GateState>(() => startOf(definition))
  useEffect(() => {
    if (!preview || checks.has(definition)) return
    const stop = new AbortController()
    const { signal } = stop
    const look = (asked: LookRequest['state']) => {
      const today = dateInLondon(new Date())
      const message: LookRequest = { kind: 'look', number: nextNumber(), definition, today, state: asked }
      return askPreview(preview, { message, parse: (data) => LookAnswer.safeParse(data).data, signal })
    }
    const show = (next: GateState) => {
      if (!signal.aborted) setState(next)
    }
    const onProgress = (done: number, of: number) => show({ kind: 'checking', done, of })
    void checkAccessibility(definition, { look, onProgress, now: () => new Date() }).then(
      (check) => {
        checks.set(definition, check)
        show({ kind: 'checked', check })
      },
      (error: unknown) => show({ kind: 'failed', message: error instanceof Error ? error.message : '' }),
    )
    return () => stop.abort()
  }, [definition, preview, tries])
  function again() {
    checks.delete(definition)
    setState({ kind: 'waiting' })
    setTries(tries + 1)
  }
  return { state, again }
}

function startOf(definition: FormDefinition): GateState {
  const check = checks.get(definition)
  return check ? { kind: 'checked', check } : { kind: 'waiting' }
}
