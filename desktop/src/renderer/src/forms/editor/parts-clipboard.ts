import type { OutlinePart } from '@send/shared/forms/outline-parts'
import { useSyncExternalStore } from 'react'

// It outlives the editor of one form, and ends with the window or the session. It is not the system's clipboard: what lies there was
// written by anybody, and parts of a form are of no use outside this window.
/** `cutFrom` is the form that they were cut out of; undefined for a copy. */
type KeptParts = { parts: readonly OutlinePart[]; cutFrom: string | undefined }

const nothing: KeptParts = { parts: [], cutFrom: undefined }
let current = nothing
const listeners = new Set<() => void>()

/** Keeps parts that were cut or copied until others are. */
export function keepParts(kept: KeptParts): void {
  current = kept
  for (const listener of listeners) listener()
}

/** Who signs in next finds nothing of the work before. */
export function forgetParts(): void {
  keepParts(nothing)
}

/** The parts that were cut or copied last. */
export function useKeptParts(): KeptParts {
  return useSyncExternalStore(listen, () => current)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
