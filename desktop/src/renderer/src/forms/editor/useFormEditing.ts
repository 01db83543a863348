import { findChangedPlace } from '@send/shared/forms/edit-definition'
import { recordEdit, redo, startHistory, undo, type EditHistory } from '@send/shared/forms/edit-history'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { isSame } from '@send/shared/forms/merging/same-value'
import { listRowIds } from '@send/shared/forms/outline-parts'
import { useState } from 'react'

import { selectedAfter } from './outline-items.ts'

/** A change of the form; `field` names the box that is typed in, `select` what to show afterwards. */
type Edit = (
  change: (definition: FormDefinition) => FormDefinition,
  options?: { field?: string | undefined; select?: string },
) => void

export type FormEditing = {
  definition: FormDefinition
  /** Its states, the present one among them. */
  history: EditHistory
  /** The last revision of a colleague that the definition holds. */
  takenIn: number | undefined
  /** Takes a colleague's revision in, as one step that can be undone. */
  takeIn: (revision: number, change: (definition: FormDefinition) => FormDefinition) => void
  selected: string
  select: (id: string) => void
  edit: Edit
  undo: (() => void) | undefined
  redo: (() => void) | undefined
}

/**
 * A form that is being edited, on from a kept history where there is one: its present state, what is selected, and the
 * way back and forth.
 */
export function useFormEditing(start: FormDefinition, kept: EditHistory | undefined): FormEditing {
  // Together, so that no state ever passes for one that holds what it does not.
  const [{ history, takenIn }, setState] = useState<{ history: EditHistory; takenIn: number | undefined }>(
    () => ({ history: kept ?? startHistory(start), takenIn: undefined }),
  )
  const setHistory = (next: (before: EditHistory) => EditHistory) =>
    setState((before) => ({ ...before, history: next(before.history) }))
  const [selected, select] = useState('form')

  function edit(...[change, options = {}]: Parameters<Edit>) {
    const { field, select: next } = options
    setHistory((before) => {
      const typing = field === undefined ? undefined : { field, at: Date.now() }
      return recordEdit(before, change(before.present), typing)
    })
    const changed = change(history.present)
    select(next ?? selectedAfter(listRowIds(history.present), listRowIds(changed), selected))
  }
  function walk(step: (before: EditHistory) => EditHistory) {
    const next = step(history)
    setHistory(() => next)
    // What an undo changes is shown: nothing happens behind the officer's back.
    select(findChangedPlace(history.present, next.present))
  }
  function takeIn(revision: number, change: (definition: FormDefinition) => FormDefinition) {
    const taken = (present: FormDefinition) => {
      const merged = change(present)
      return isSame(merged, present) ? present : merged
    }
    const merged = taken(history.present)
    select(selectedAfter(listRowIds(history.present), listRowIds(merged), selected))
    setState((before) => ({
      history: recordEdit(before.history, taken(before.history.present)),
      takenIn: revision,
    }))
  }
  return {
    definition: history.present,
    history,
    takenIn,
    takeIn,
    selected,
    select,
    edit,
    undo: history.past.length > 0 ? () => walk(undo) : undefined,
    redo: history.future.length > 0 ? () => walk(redo) : undefined,
  }
}
