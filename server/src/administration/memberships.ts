import { eq, inArray } from 'drizzle-orm'
import {
  permissionGroupMembers,
  permissionGroups,
  postHolders,
  posts,
  teamMembers,
  teams,
} from '../accounts/permissions/tables.ts'
import type { Transaction } from '../database/client.ts'
import { SendError } from '../errors.ts'

export type Memberships = { groupIds: string[]; postIds: string[]; teamIds: string[] }

/** Puts somebody into exactly these groups, posts and teams. A name that is gone meanwhile is a conflict. */
export async function writeMemberships(tx: Transaction, userId: string, wanted: Memberships): Promise<void> {
  await requireThere(tx, permissionGroups, wanted.groupIds)
  await requireThere(tx, posts, wanted.postIds)
  await requireThere(tx, teams, wanted.teamIds)
  await tx.delete(permissionGroupMembers).where(eq(permissionGroupMembers.userId, userId))
  await tx.delete(postHolders).where(eq(postHolders.userId, userId))
  await tx.delete(teamMembers).where(eq(teamMembers.userId, userId))
  const { groupIds, postIds, teamIds } = wanted
  if (groupIds.length > 0)
    await tx.insert(permissionGroupMembers).values(groupIds.map((groupId) => ({ groupId, userId })))
  if (postIds.length > 0) await tx.insert(postHolders).values(postIds.map((postId) => ({ postId, userId })))
  if (teamIds.length > 0) await tx.insert(teamMembers).values(teamIds.map((teamId) => ({ teamId, userId })))
}

/** Whether the second names anything that the first does not. */
export function joinsSomething(before: Memberships, after: Memberships): boolean {
  const kinds = ['groupIds', 'postIds', 'teamIds'] as const
  return kinds.some((kind) => after[kind].some((id) => !before[kind].includes(id)))
}

/** Whether two sets of ids are the same. */
export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return new Set(one).size === new Set(other).size && one.every((id) => other.includes(id))
}

async function requireThere(
  tx: Transaction,
  table: typeof permissionGroups | typeof posts | typeof teams,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const found = await tx
    .select({ id: table.id })
    .from(table)
    .where(inArray(table.id, [...ids]))
  if (found.length !== new Set(ids).size) throw new SendError('conflict')
}
