/** What a colleague's work changed in a list since it was drawn. */
export type ListChange = { arrived: number; gone: number }

/** Compares the drawn rows with the newest ones by their ids. */
export function compareLists(drawn: readonly string[], newest: readonly string[]): ListChange {
  const before = new Set(drawn)
  const after = new Set(newest)
  return {
    arrived: newest.filter((id) => !before.has(id)).length,
    gone: drawn.filter((id) => !after.has(id)).length,
  }
}

/** The id next to the current one after a step, staying inside the list; the first when nothing is current. */
export function stepInList(
  ids: readonly string[],
  current: string | undefined,
  step: 1 | -1,
): string | undefined {
  const index = current === undefined ? -1 : ids.indexOf(current)
  if (index < 0) return ids[0]
  return ids[Math.min(Math.max(index + step, 0), ids.length - 1)]
}

/** Where to go when the current row leaves the list: its successor, else its predecessor. */
export function neighbourOf(ids: readonly string[], leaving: string): string | undefined {
  const index = ids.indexOf(leaving)
  return ids[index + 1] ?? ids[index - 1]
}
