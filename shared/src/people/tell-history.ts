import type { PlainDate } from '../values/plain-date.ts'
import { recordUnits, type ChangeKind, type RecordUnit } from './record-units.ts'

type Change = { unit: RecordUnit; kind: ChangeKind | null; endedOn: PlainDate | null }

/** Since when an earlier value held and until when, as far as somebody said. */
export type Period = { from: PlainDate | null; until: PlainDate | null }

export type History<Row> = {
  earlier: (Row & Period)[]
  /** Since when the value of now holds, of the units of which it is known. */
  since: Partial<Record<RecordUnit, PlainDate>>
}

/**
 * The earlier values of a record with the time of each, out of its changes from the first to the last: each begins when the
 * one before it ended. A value that was wrong all along held at no time, and ends nothing.
 */
export function tellHistory<Row extends Change>(changes: readonly Row[]): History<Row> {
  const began = new Map<RecordUnit, PlainDate | null>()
  const earlier = changes.map((change) => {
    const { unit, kind, endedOn } = change
    if (kind === 'wrong') return { ...change, from: null, until: null }
    const from = began.get(unit) ?? null
    began.set(unit, endedOn)
    return { ...change, from, until: endedOn }
  })
  const since = recordUnits.flatMap((unit) => {
    const date = began.get(unit)
    return date ? [[unit, date] as const] : []
  })
  return { earlier, since: Object.fromEntries(since) }
}
