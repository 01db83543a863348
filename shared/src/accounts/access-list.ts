import { z } from 'zod'
import { Id } from '../values/ids.ts'

export const accessRights = ['read', 'write', 'delete', 'share', 'administer'] as const
export const AccessRight = z.enum(accessRights)
export type AccessRight = z.infer<typeof AccessRight>

export const accessSubjectKinds = ['group', 'user', 'post', 'team'] as const
const AccessSubjectKind = z.enum(accessSubjectKinds)
type AccessSubjectKind = z.infer<typeof AccessSubjectKind>

export const AccessEntry = z.strictObject({
  effect: z.enum(['allow', 'deny']),
  subject: z.strictObject({ kind: AccessSubjectKind, id: Id }),
  rights: z.array(AccessRight).min(1).max(accessRights.length),
})
export type AccessEntry = z.infer<typeof AccessEntry>

/** Who may do what with a thing; what nobody allows is not allowed. */
export const AccessList = z.strictObject({ entries: z.array(AccessEntry).max(100) })
export type AccessList = z.infer<typeof AccessList>

/** Somebody with everything through which a list may speak of them. */
export type Accessor = {
  userId: string
  groupIds: readonly string[]
  postIds: readonly string[]
  teamIds: readonly string[]
}

/** Whether the list lets somebody use a right: one deny outweighs any number of allows. */
export function isAllowed(list: AccessList, accessor: Accessor, right: AccessRight): boolean {
  const about = entriesAbout(list, accessor, right)
  return about.length > 0 && about.every((entry) => entry.effect === 'allow')
}

/** The list of an item: its own entries join those of its type, and a deny of either wins. */
export function inheritedList(type: AccessList, own: AccessList): AccessList {
  return { entries: [...type.entries, ...own.entries] }
}

export type AccessReason = { allowed: boolean; because: AccessEntry[] }

/** Whether the list lets somebody use a right, and the entries that decide it; no entry is the reason of a plain no. */
export function explainAccess(list: AccessList, accessor: Accessor, right: AccessRight): AccessReason {
  const about = entriesAbout(list, accessor, right)
  const denials = about.filter((entry) => entry.effect === 'deny')
  const allowed = isAllowed(list, accessor, right)
  return { allowed, because: denials.length > 0 ? denials : about }
}

/** Whether a change of a list may let somebody do more: an allow came, or a deny went. */
export function widensAccess(before: AccessList, after: AccessList): boolean {
  const [allowsBefore, allowsAfter] = [before, after].map((list) => saidBy(list, 'allow'))
  const [deniesBefore, deniesAfter] = [before, after].map((list) => saidBy(list, 'deny'))
  return isMissingSome(allowsBefore, allowsAfter) || isMissingSome(deniesAfter, deniesBefore)
}

function saidBy(list: AccessList, effect: AccessEntry['effect']): string[] {
  return list.entries
    .filter((entry) => entry.effect === effect)
    .flatMap(({ subject, rights }) => rights.map((right) => `${subject.kind} ${subject.id} ${right}`))
}

function isMissingSome(list: string[] = [], wanted: string[] = []): boolean {
  return wanted.some((each) => !list.includes(each))
}

/** The entries that decide about somebody's use of a right: the answer to "why". */
export function entriesAbout(list: AccessList, accessor: Accessor, right: AccessRight): AccessEntry[] {
  return list.entries.filter((entry) => entry.rights.includes(right) && concerns(entry, accessor))
}

function concerns({ subject: { kind, id } }: AccessEntry, accessor: Accessor): boolean {
  switch (kind) {
    case 'user':
      return id === accessor.userId
    case 'group':
      return accessor.groupIds.includes(id)
    case 'post':
      return accessor.postIds.includes(id)
    case 'team':
      return accessor.teamIds.includes(id)
  }
}
