import type { AccessEntry, AccessList, AccessRight } from './access-list.ts'
import { accessRights } from './access-list.ts'

/** The rights that the list gives to a permission group as such. */
export function rightsOfGroup(list: AccessList, groupId: string): AccessRight[] {
  const given = list.entries.filter((entry) => allowsGroup(entry, groupId)).flatMap((entry) => entry.rights)
  return accessRights.filter((right) => given.includes(right))
}

/** Gives a right to a group or takes it; any right brings reading along, and without reading there is none. */
export function setRightOfGroup(
  list: AccessList,
  groupId: string,
  { right, given }: { right: AccessRight; given: boolean },
): AccessList {
  const before = rightsOfGroup(list, groupId)
  const without = right === 'read' ? [] : before.filter((one) => one !== right)
  const wanted: readonly AccessRight[] = given ? [...before, right, 'read'] : without
  const rights = accessRights.filter((one) => wanted.includes(one))
  const entry: AccessEntry = { effect: 'allow', subject: { kind: 'group', id: groupId }, rights }
  const place = list.entries.findIndex((one) => allowsGroup(one, groupId))
  const others = list.entries.filter((one) => !allowsGroup(one, groupId))
  if (rights.length === 0) return { entries: others }
  return { entries: others.toSpliced(place === -1 ? others.length : place, 0, entry) }
}

/** The entries that no row of a table of groups shows: denials, and what names a person, a post or a team. */
export function entriesBesideGroups(list: AccessList): AccessEntry[] {
  return list.entries.filter((entry) => entry.effect === 'deny' || entry.subject.kind !== 'group')
}

function allowsGroup({ effect, subject }: AccessEntry, groupId: string): boolean {
  return effect === 'allow' && subject.kind === 'group' && subject.id === groupId
}
