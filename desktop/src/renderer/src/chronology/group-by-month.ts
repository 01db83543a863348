import { monthInWords } from '../submissions/work-list/date-words.ts'

export type Month<Entry> = { title: string; entries: Entry[] }

/** Entries under the month in which they occurred, newest month and newest entry first. */
export function groupByMonth<Entry extends { occurredOn: string; addedAt: string }>(
  entries: readonly Entry[],
): Month<Entry>[] {
  const months: Month<Entry>[] = []
  for (const entry of entries.toSorted(newestFirst)) {
    const title = monthInWords(entry.occurredOn)
    const last = months.at(-1)
    if (last?.title === title) last.entries.push(entry)
    else months.push({ title, entries: [entry] })
  }
  return months
}

function newestFirst(
  a: { occurredOn: string; addedAt: string },
  b: { occurredOn: string; addedAt: string },
): number {
  return b.occurredOn.localeCompare(a.occurredOn) || b.addedAt.localeCompare(a.addedAt)
}
