import { findChangedPlace } from '@send/shared/forms/edit-definition'
import { recordEdit, redo, startHistory, undo, type EditHistory } from '@send/shared/forms/edit-history'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { useState } from 'react'

import { listOutline, selectedAfter } from './outline-items.ts'

/** A change of the form; `field` names the box that is typed in, `select` what to show afterwards. */
type Edit = (
  change: (definition: FormDefinition) => FormDefinition,
  options?: { field?: string | undefined; select?: string },
) => void

export type FormEditing = {
  definition: FormDefinition
  selected: string
  select: (id: string) => void
  edit: Edit
  undo: (() => void) | undefined
  redo: (() => void) | undefined
}

/** A form that is being edited: its present state, what is selected, and the way back and forth. */
export function useFormEditing(start: FormDefinition): FormEditing {
  const [history, setHistory] = useState(() => startHistory(start))
  const [selected, select] = useState('form')

  function edit(...[change, options = {}]: Parameters<Edit>) {
    const { field, select: next } = options
    setHistory((before) => {
      const typing = field === undefined ? undefined : { field, at: Date.now() }
      return recordEdit(before, change(before.present), typing)
    })
    const changed = change(history.present)
    const [before, after] = [listOutline(history.present, []), listOutline(changed, [])]
    select(next ?? selectedAfter(before, after, selected))
  }
  function walk(step: (before: EditHistory) => EditHistory) {
    const next = step(history)
    setHistory(next)
    // What an undo changes is shown: nothing happens behind the officer's back.
    select(findChangedPlace(history.present, next.present))
  }
  return {
    definition: history.present,
    selected,
    select,
    edit,
    undo: history.past.length > 0 ? () => walk(undo) : undefined,
    redo: history.future.length > 0 ? () => walk(redo) : undefined,
  }
}
