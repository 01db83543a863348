/**
 * Several rows that are selected together. They count as long as `head` is the row that is shown: whatever shows
 * another one ends them. `anchor` is where a range began.
 */
export type Marks = { head: string; anchor: string; ids: ReadonlySet<string> }

/** The row of the settings stays where it is. */
const fixed = 'form'

/** The row that is shown, alone. */
export function markOne(id: string): Marks {
  return { head: id, anchor: id, ids: new Set([id]) }
}

/** The marks as they are while a row is shown, without rows that are gone. */
export function marksAt(marks: Marks, selected: string, rows: readonly string[]): Marks {
  if (marks.head !== selected) return markOne(selected)
  const ids = new Set(rows.filter((id) => marks.ids.has(id)))
  return { ...marks, ids }
}

/** Everything from the anchor to a row. */
export function markTo(marks: Marks, rows: readonly string[], head: string): Marks {
  const [from, to] = [rows.indexOf(marks.anchor), rows.indexOf(head)].toSorted((a, b) => a - b)
  const range = rows.slice(from, (to ?? 0) + 1).filter((id) => id !== fixed)
  return { head, anchor: marks.anchor, ids: new Set(range) }
}

/** A row more, or one less where it is marked. */
export function toggleMark(marks: Marks, id: string): Marks {
  const ids = new Set(marks.ids)
  if (!ids.delete(id) && id !== fixed) ids.add(id)
  ids.delete(fixed)
  return { head: id, anchor: id, ids }
}

/** All rows, while the same one is shown. */
export function markAll(marks: Marks, rows: readonly string[]): Marks {
  return { ...marks, ids: new Set(rows.filter((id) => id !== fixed)) }
}
