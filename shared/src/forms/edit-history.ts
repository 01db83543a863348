import type { FormDefinition } from './form-definition.ts'

/** The states of a form in an open editor; undo and redo give back the very same states. */
export type EditHistory = {
  /** The number of the oldest state; the states are numbered one after the other, and keep their numbers. */
  first: number
  past: readonly FormDefinition[]
  present: FormDefinition
  future: readonly FormDefinition[]
  /** The field that was typed in last, and when: typing that goes on is one step. */
  typing: Typing | undefined
}

type Typing = { field: string; at: number }

/** More than the 200 that are promised; a form's states share most of their parts, so they cost little. */
export const mostSteps = 500

/** Typing in the same field goes on as long as no longer pause lies between two changes; milliseconds. */
const pauseMilliseconds = 1000

export function startHistory(present: FormDefinition): EditHistory {
  return { first: 0, past: [], present, future: [], typing: undefined }
}

/** Adds a state; a change of the field that is being typed in joins its step. What was undone is gone. */
export function recordEdit(history: EditHistory, next: FormDefinition, typing?: Typing): EditHistory {
  if (next === history.present) return history
  const last = history.typing
  const goesOn =
    last !== undefined && last.field === typing?.field && typing.at - last.at <= pauseMilliseconds
  const grown = goesOn ? history.past : [...history.past, history.present]
  const past = grown.slice(-mostSteps)
  return { first: history.first + grown.length - past.length, past, present: next, future: [], typing }
}

/** One step back; the same history when there is none. */
export function undo(history: EditHistory): EditHistory {
  const previous = history.past.at(-1)
  if (!previous) return history
  const { first, past, present, future } = history
  return {
    first,
    past: past.slice(0, -1),
    present: previous,
    future: [present, ...future],
    typing: undefined,
  }
}

/** One undone step again; the same history when there is none. */
export function redo(history: EditHistory): EditHistory {
  const [next, ...future] = history.future
  if (!next) return history
  return { ...history, past: [...history.past, history.present], present: next, future, typing: undefined }
}
