import {
  accessRights,
  type AccessEntry,
  type AccessList,
  type AccessRight,
} from '@send/shared/accounts/access-list'

/** One row of a table that keeps access lists. */
export type AccessRow = {
  effect: AccessEntry['effect']
  subjectKind: AccessEntry['subject']['kind']
  subjectId: string
  right: AccessRight
}

/** An access list as rows, a row a right, each once. */
export function rowsOfList(list: AccessList): AccessRow[] {
  const rows = list.entries.flatMap(({ effect, subject, rights }) =>
    rights.map((right) => ({ effect, subjectKind: subject.kind, subjectId: subject.id, right })),
  )
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()]
}

/** The list that rows say: one entry for each subject and effect, always in the same order. */
export function listOfRows(rows: readonly AccessRow[]): AccessList {
  const entries = new Map<string, AccessEntry>()
  for (const { effect, subjectKind, subjectId, right } of rows) {
    const key = `${effect} ${subjectKind} ${subjectId}`
    const entry = entries.get(key)
    if (entry) entry.rights.push(right)
    else entries.set(key, { effect, subject: { kind: subjectKind, id: subjectId }, rights: [right] })
  }
  const sorted = [...entries.entries()].toSorted(([a], [b]) => a.localeCompare(b)).map(([, entry]) => entry)
  return { entries: sorted.map((entry) => ({ ...entry, rights: inOrder(entry.rights) })) }
}

/** Whether two lists say the same, in whatever order and however often. */
export function isSameList(one: AccessList, other: AccessList): boolean {
  const [first, second] = [one, other].map((list) => new Set(rowsOfList(list).map(keyOf)))
  return first?.size === second?.size && [...(first ?? [])].every((key) => second?.has(key))
}

/** What an item's list says beyond that of its type. */
export function ownEntries(item: readonly AccessRow[], type: AccessList): AccessList {
  const inherited = new Set(rowsOfList(type).map(keyOf))
  return listOfRows(item.filter((row) => !inherited.has(keyOf(row))))
}

function inOrder(rights: readonly AccessRight[]): AccessRight[] {
  return accessRights.filter((right) => rights.includes(right))
}

function keyOf({ effect, subjectKind, subjectId, right }: AccessRow): string {
  return `${effect} ${subjectKind} ${subjectId} ${right}`
}
