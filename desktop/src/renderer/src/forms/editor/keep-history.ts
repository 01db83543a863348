import type { EditHistory } from '@send/shared/forms/edit-history'
import type { FormDefinition, Page } from '@send/shared/forms/form-definition'
import { isSame } from '@send/shared/forms/merging/same-value'

import type { HistoryChanges, KeptHistory } from '../../../../main/forms/draft-history.ts'

/** Finds what of a history is not on the disk yet. */
export type HistoryKeeper = {
  changes(history: EditHistory): HistoryChanges
  /** What was sent last is on the disk. */
  keep(history: EditHistory, changes: HistoryChanges): void
}

export type OpenedHistory = { history: EditHistory | undefined; keeper: HistoryKeeper }

/**
 * Goes on with a history that was kept. When the draft is not the state that it ended with, because a colleague's
 * changes came in while it was closed, the draft is one more step of it: everything before it can still be undone.
 */
export function openHistory(kept: KeptHistory | undefined, draft: FormDefinition): OpenedHistory {
  const numbers = new WeakMap<Page, number>()
  const onDisk = new Map<number, FormDefinition>()
  const pages = new Map(kept?.pages.map(({ number, page }) => [number, page]))
  for (const [number, page] of pages) numbers.set(page, number)
  for (const { number, head } of kept?.states ?? []) {
    onDisk.set(number, { ...head, pages: head.pages.flatMap((page) => pages.get(page) ?? []) })
  }
  const keeper = startKeeper(numbers, onDisk)
  const present = kept && onDisk.get(kept.present)
  if (!kept || !present) return { history: undefined, keeper }
  const between = (from: number, to: number) =>
    [...onDisk].filter(([number]) => number >= from && number < to).map(([, state]) => state)
  const past = between(kept.first, kept.present)
  const { first } = kept
  const history = isSame(present, draft)
    ? { first, past, present, future: between(kept.present + 1, kept.last + 1), typing: undefined }
    : { first, past: [...past, present], present: draft, future: [], typing: undefined }
  return { history, keeper }
}

function startKeeper(
  numbers: WeakMap<Page, number>,
  start: ReadonlyMap<number, FormDefinition>,
): HistoryKeeper {
  let onDisk = start
  const sent = new Set<number>()
  for (const { pages } of start.values()) for (const page of pages) sent.add(numbers.get(page) ?? 0)
  let next = Math.max(0, ...sent) + 1
  function numberOf(page: Page): number {
    const known = numbers.get(page)
    if (known !== undefined) return known
    numbers.set(page, next)
    next += 1
    return next - 1
  }
  return {
    changes({ first, past, present, future }) {
      const all = [...past, present, ...future]
      const states = all
        .map((state, place) => ({ number: first + place, state }))
        .filter(({ number, state }) => onDisk.get(number) !== state)
      const pages = new Map<number, Page>()
      for (const { state } of states) {
        for (const page of state.pages) {
          const number = numberOf(page)
          if (!sent.has(number)) pages.set(number, page)
        }
      }
      return {
        first,
        present: first + past.length,
        last: first + all.length - 1,
        states: states.map(({ number, state }) => ({
          number,
          head: { ...state, pages: state.pages.map(numberOf) },
        })),
        pages: [...pages].map(([number, page]) => ({ number, page })),
      }
    },
    keep({ first, past, present, future }, { pages }) {
      onDisk = new Map([...past, present, ...future].map((state, place) => [first + place, state]))
      for (const { number } of pages) sent.add(number)
    },
  }
}
