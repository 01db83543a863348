import type { Answers } from '@send/shared/forms/answers'

import { decide, isAllKept, takeOver, takeSaved, typeAnswers, type Filling, type Saved } from './filling.ts'

/** What may honestly be said: kept means that the server has it. */
export type SaveState =
  { kind: 'kept'; at: string } | { kind: 'saving' } | { kind: 'failed'; sentence: string }

/** Somebody else has completed or discarded the form: nothing more can be kept. */
type Closed = { status: 'completed' | 'discarded' | 'unfinished'; by: string; at: string }

export type FillingView = { filling: Filling; save: SaveState; closed: Closed | undefined }

type SaveAnswer = ({ outcome: 'saved'; savedAt: string } & Saved) | ({ outcome: 'closed' } & Closed)
type Send = (request: { revision: number; saveNumber: number; answers: Answers }) => Promise<SaveAnswer>

export type FillingStore = {
  view: () => FillingView
  subscribe: (listener: () => void) => () => void
  type: (answers: Answers) => void
  takeOver: (answers: Answers) => void
  decide: (questionId: string, choice: 'mine' | 'theirs') => void
  /** Saves what waits now; false when something is still not kept. */
  flush: () => Promise<boolean>
  /** Stops trying by itself; what is not kept stays in the store. */
  pause: () => void
}

const delayMilliseconds = 700
const retryMilliseconds = 5000

/** Keeps a form with the server while it is filled in: a moment after each change, one save at a time; goes on trying. */
export function startFilling(opened: Filling, keptAt: string, send: Send): FillingStore {
  let view: FillingView = { filling: opened, save: { kind: 'kept', at: keptAt }, closed: undefined }
  const listeners = new Set<() => void>()
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let saveNumber = 0

  function show(changes: Partial<FillingView>) {
    view = { ...view, ...changes }
    for (const listener of listeners) listener()
  }

  function plan(milliseconds: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), milliseconds)
  }

  function change(filling: Filling) {
    if (filling === view.filling) return
    const waits = Object.keys(filling.pending).length > 0
    show({ filling, ...(waits ? { save: { kind: 'saving' } } : {}) })
    if (waits) plan(delayMilliseconds)
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    if (running) await running
    if (Object.keys(view.filling.pending).length === 0 || view.closed) return isAllKept(view.filling)
    running ??= saveWaiting().finally(() => {
      running = undefined
    })
    await running
    if (view.save.kind === 'failed' || view.closed) return false
    return Object.keys(view.filling.pending).length > 0 ? flush() : isAllKept(view.filling)
  }

  async function saveWaiting(): Promise<void> {
    const sent = view.filling.pending
    saveNumber += 1
    try {
      const answer = await send({ revision: view.filling.revision, saveNumber, answers: sent })
      if (answer.outcome === 'closed') {
        show({ closed: answer })
        return
      }
      const filling = takeSaved(view.filling, sent, answer)
      const waits = Object.keys(filling.pending).length > 0
      show({ filling, save: waits ? { kind: 'saving' } : { kind: 'kept', at: answer.savedAt } })
    } catch (error) {
      show({ save: { kind: 'failed', sentence: error instanceof Error ? error.message : String(error) } })
      plan(retryMilliseconds)
    }
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    type: (answers) => change(typeAnswers(view.filling, answers)),
    takeOver: (answers) => change(takeOver(view.filling, answers)),
    decide: (questionId, choice) => change(decide(view.filling, questionId, choice)),
    flush,
    pause: () => clearTimeout(timer),
  }
}
