import type { EditHistory } from '@send/shared/forms/edit-history'

import type { Draft, SavedDraft } from '../../../../main/forms/drafts.ts'

/** What may honestly be said about the draft: saved means that it is on the disk. */
export type SaveState =
  { kind: 'saved'; at: string } | { kind: 'saving' } | { kind: 'failed'; sentence: string }

/** A draft, the last revision of a colleague that it holds, and the way back from it. */
export type DraftToSave = Draft & { takenIn?: number; history?: EditHistory }

export type SaveAnswer = { ok: true; data: SavedDraft } | { ok: false; error: { message: string } }

export type Autosave = {
  /** Saves the draft soon, or with the next flush. */
  change(draft: DraftToSave): void
  /** Saves what waits now; ends when nothing waits, or with `false` when it could not be saved. */
  flush(): Promise<boolean>
  /** Whether something could not be saved, so that leaving now would lose it. */
  isStuck(): boolean
  /** Forgets what waits: the draft has gone elsewhere. */
  stop(): void
}

const delayMilliseconds = 250
const retryMilliseconds = 5000

/** Saves a draft a moment after each change, one save at a time and the newest last; goes on trying. */
export function startAutosave(
  save: (draft: DraftToSave) => Promise<SaveAnswer>,
  onState: (state: SaveState) => void,
): Autosave {
  let waiting: DraftToSave | undefined
  let running: Promise<boolean> | undefined
  let stuck = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function plan(milliseconds: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), milliseconds)
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    if (running) await running
    if (!waiting) return true
    running ??= saveWaiting()
    const saved = await running
    return saved && waiting ? flush() : saved
  }

  async function saveWaiting(): Promise<boolean> {
    const draft = waiting
    waiting = undefined
    if (!draft) return true
    const answer = await save(draft).catch(asFailure)
    running = undefined
    stuck = !answer.ok
    if (answer.ok && answer.data.outcome === 'stale') {
      // Newer changes of a colleague came in: they are taken in next, and what was typed is kept at once.
      const { takenIn: _, ...typed } = draft
      waiting ??= typed
      return true
    }
    if (answer.ok && answer.data.outcome === 'saved') {
      if (!waiting) onState({ kind: 'saved', at: answer.data.changedAt })
      return true
    }
    // A newer draft holds everything that this one held.
    waiting ??= draft
    if (!answer.ok) onState({ kind: 'failed', sentence: answer.error.message })
    plan(retryMilliseconds)
    return false
  }

  return {
    change(draft) {
      waiting = draft
      onState({ kind: 'saving' })
      plan(delayMilliseconds)
    },
    flush,
    isStuck: () => stuck && waiting !== undefined,
    stop() {
      clearTimeout(timer)
      waiting = undefined
    },
  }
}

function asFailure(error: unknown): SaveAnswer {
  return { ok: false, error: { message: error instanceof Error ? error.message : String(error) } }
}
