import {
  listEntryProblems,
  type EntryField,
  type EntryProblem,
  type PersonEntry,
} from '@send/shared/people/person-entry'
import { dateInLondon } from '@send/shared/values/plain-date'
import { useState } from 'react'

import type { RouterOutputs } from '../../api.ts'
import { useNow } from '../../submissions/work-list/useNow.ts'

export type TakenNumber = Extract<RouterOutputs['newPeople']['add'], { outcome: 'taken' }>

/** Details of a person while they are typed: what is wrong with them is said once a field was left, or all was sent. */
export type EntryState = ReturnType<typeof usePersonEntry>

export function usePersonEntry(initial: PersonEntry, seen?: PersonEntry) {
  const today = dateInLondon(useNow())
  const [entry, setEntry] = useState(initial)
  const [left, setLeft] = useState<ReadonlySet<EntryField>>(new Set())
  const [sent, setSent] = useState(false)
  const [taken, setTaken] = useState<(TakenNumber & { value: string }) | undefined>(undefined)
  // What was on record before is not the officer’s mistake.
  const problems = Object.fromEntries(
    Object.entries(listEntryProblems(entry, today)).filter(
      ([field]) => seen === undefined || entry[field as EntryField] !== seen[field as EntryField],
    ),
  ) as Partial<Record<EntryField, EntryProblem>>

  function isShown(field: EntryField): boolean {
    return sent || (left.has(field) && problems[field] !== 'missing')
  }
  return {
    entry,
    today,
    isSound: Object.keys(problems).length === 0,
    set: (changes: Partial<PersonEntry>) => setEntry((before) => ({ ...before, ...changes })),
    leave: (field: EntryField) => setLeft((before) => new Set(before).add(field)),
    send: () => setSent(true),
    problemOf: (field: EntryField) => (isShown(field) ? problems[field] : undefined),
    /** Who has a number on record, as long as it is the one that was refused. */
    holderOf: (field: EntryField) =>
      taken?.field === field && taken.value === entry[field] ? taken.holder : undefined,
    refuse: (found: TakenNumber) => setTaken({ ...found, value: entry[found.field] }),
  }
}
