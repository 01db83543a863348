/** The rows of a list that are selected; a range begins at the one that was selected last by itself. */
export type Selection = { ids: ReadonlySet<string>; anchor: string | undefined }

/** What of a list a table needs to offer a selection. */
export type RowSelection = {
  isSelected: (id: string) => boolean
  toggle: (id: string) => void
  /** Selects everything from where a range begins to this row. */
  extendTo: (id: string, from?: string) => void
}

export const nothingSelected: Selection = { ids: new Set(), anchor: undefined }

/** Selects a row, or takes that back. */
export function toggleRow({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** Selects a range of the rows that are shown, beside what is selected already. */
export function extendRows(
  { ids, anchor }: Selection,
  shown: readonly string[],
  { to, from }: { to: string; from?: string | undefined },
): Selection {
  const begin = [anchor, from].find((id) => id !== undefined && shown.includes(id)) ?? to
  const [first, last] = [shown.indexOf(begin), shown.indexOf(to)].toSorted((a, b) => a - b)
  return { ids: new Set([...ids, ...shown.slice(first, (last ?? 0) + 1)]), anchor: begin }
}
