import { z } from 'zod'
import { Id } from '../values/ids.ts'

export const AccessRight = z.enum(['read', 'write', 'delete', 'share'])
export type AccessRight = z.infer<typeof AccessRight>

export const AccessEntry = z.strictObject({
  effect: z.enum(['allow', 'deny']),
  subject: z.strictObject({ kind: z.enum(['group', 'user']), id: Id }),
  rights: z.array(AccessRight).min(1).max(4),
})
export type AccessEntry = z.infer<typeof AccessEntry>

/** Who may do what with a form on a chronology; what nobody allows is not allowed. */
export const AccessList = z.strictObject({ entries: z.array(AccessEntry).max(100) })
export type AccessList = z.infer<typeof AccessList>

export type Accessor = { userId: string; groupIds: readonly string[] }

/** Whether the list lets somebody use a right: one deny outweighs any number of allows. */
export function isAllowed(list: AccessList, accessor: Accessor, right: AccessRight): boolean {
  const about = list.entries.filter((entry) => entry.rights.includes(right) && concerns(entry, accessor))
  return about.length > 0 && about.every((entry) => entry.effect === 'allow')
}

function concerns(entry: AccessEntry, accessor: Accessor): boolean {
  return entry.subject.kind === 'user'
    ? entry.subject.id === accessor.userId
    : accessor.groupIds.includes(entry.subject.id)
}
