import type { AccessEntry, AccessList, AccessRight } from './access-list.ts'
import { accessRights } from './access-list.ts'

/** Whom a table of an access list shows a row for; people are named where the list is changed entry by entry. */
type Subject = AccessEntry['subject']

/** The rights that the list gives to a permission group, post or team as such. */
export function rightsOfSubject(list: AccessList, subject: Subject): AccessRight[] {
  const given = list.entries.filter((entry) => allows(entry, subject)).flatMap((entry) => entry.rights)
  return accessRights.filter((right) => given.includes(right))
}

/** Gives a right to a group, post or team or takes it; any right brings reading along, and without reading there is none. */
export function setRightOfSubject(
  list: AccessList,
  subject: Subject,
  { right, given }: { right: AccessRight; given: boolean },
): AccessList {
  const before = rightsOfSubject(list, subject)
  const without = right === 'read' ? [] : before.filter((one) => one !== right)
  const wanted: readonly AccessRight[] = given ? [...before, right, 'read'] : without
  const rights = accessRights.filter((one) => wanted.includes(one))
  const entry: AccessEntry = { effect: 'allow', subject, rights }
  const place = list.entries.findIndex((one) => allows(one, subject))
  const others = list.entries.filter((one) => !allows(one, subject))
  if (rights.length === 0) return { entries: others }
  return { entries: others.toSpliced(place === -1 ? others.length : place, 0, entry) }
}

/** The entries that no row of a table shows: denials, and what names a person. */
export function entriesBesideTable(list: AccessList): AccessEntry[] {
  return list.entries.filter((entry) => entry.effect === 'deny' || entry.subject.kind === 'user')
}

function allows(entry: AccessEntry, subject: Subject): boolean {
  return entry.effect === 'allow' && entry.subject.kind === subject.kind && entry.subject.id === subject.id
}
