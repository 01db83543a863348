import { findChangedPlace } from '@send/shared/forms/edit-definition'
import { recordEdit, redo, startHistory, undo, type EditHistory } from '@send/shared/forms/edit-history'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { isSame } from '@send/shared/forms/merging/same-value'
import { listRowIds } from '@send/shared/forms/outline-parts'
import { useCallback, useState } from 'react'

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

type State = Pick<FormEditing, 'history' | 'takenIn' | 'selected'>

/**
 * A form that is being edited, on from a kept history where there is one: its present state, what is selected, and the
 * way back and forth. The functions stay the same as long as the form is open.
 */
export function useFormEditing(start: FormDefinition, kept: EditHistory | undefined): FormEditing {
  // Together, so that no state ever passes for one that holds what it does not.
  const [state, setState] = useState<State>(() => ({
    history: kept ?? startHistory(start),
    takenIn: undefined,
    selected: 'form',
  }))
  const { history } = state
  const select = useCallback((selected: string) => setState((before) => ({ ...before, selected })), [])
  const edit = useCallback<Edit>((change, { field, select: next } = {}) => {
    const typing = field === undefined ? undefined : { field, at: Date.now() }
    setState((before) =>
      goOn(before, recordEdit(before.history, change(before.history.present), typing), next),
    )
  }, [])
  const takeIn = useCallback<FormEditing['takeIn']>((revision, change) => {
    setState((before) => {
      const { present } = before.history
      const merged = change(present)
      const taken = recordEdit(before.history, isSame(merged, present) ? present : merged)
      return { ...goOn(before, taken), takenIn: revision }
    })
  }, [])
  const stepBack = useCallback(() => setState((before) => walk(before, undo)), [])
  const stepForth = useCallback(() => setState((before) => walk(before, redo)), [])
  return {
    ...state,
    definition: history.present,
    takeIn,
    select,
    edit,
    undo: history.past.length > 0 ? stepBack : undefined,
    redo: history.future.length > 0 ? stepForth : undefined,
  }
}

/** A step further; what is selected stays so, or what took its place where it is gone. */
function goOn(before: State, history: EditHistory, select?: string): State {
  const [rows, next] = [listRowIds(before.history.present), listRowIds(history.present)]
  return { ...before, history, selected: select ?? selectedAfter(rows, next, before.selected) }
}

/** What an undo changes is shown: nothing happens behind the officer's back. */
function walk(before: State, step: (history: EditHistory) => EditHistory): State {
  const history = step(before.history)
  if (history === before.history) return before
  return { ...before, history, selected: findChangedPlace(before.history.present, history.present) }
}
