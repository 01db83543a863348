import { asc, eq } from 'drizzle-orm'
import type { Accessor } from '@send/shared/accounts/access-list'
import { Grant } from '@send/shared/accounts/business-processes'
import type { Standing } from '@send/shared/accounts/lock-out'
import type { Transaction } from '../../database/client.ts'
import { users } from '../tables.ts'
import { permissionGroupMembers, permissionGroups, postHolders, teamMembers } from './tables.ts'

export type StaffMember = Accessor &
  Standing & { name: string; email: string; disabled: boolean; createdAt: Date }

/** The whole staff by name, with everything through which a right may reach each of them. */
export async function listStaff(tx: Transaction): Promise<StaffMember[]> {
  const rows = await tx
    .select()
    .from(users)
    .where(eq(users.kind, 'staff'))
    .orderBy(asc(users.name), asc(users.id))
  const inGroups = await tx
    .select({
      userId: permissionGroupMembers.userId,
      of: permissionGroups.id,
      processes: permissionGroups.processes,
    })
    .from(permissionGroupMembers)
    .innerJoin(permissionGroups, eq(permissionGroups.id, permissionGroupMembers.groupId))
  const held = await tx.select({ userId: postHolders.userId, of: postHolders.postId }).from(postHolders)
  const joined = await tx.select({ userId: teamMembers.userId, of: teamMembers.teamId }).from(teamMembers)
  const [groupsBy, postsBy, teamsBy] = [byUser(inGroups), byUser(held), byUser(joined)]
  return rows.map(({ id: userId, name, email, disabled, closedAt, secondStepSince, createdAt }) => ({
    userId,
    name,
    email,
    disabled,
    createdAt,
    canSignIn: !disabled && closedAt === null && secondStepSince !== null,
    groupIds: idsOf(groupsBy, userId),
    postIds: idsOf(postsBy, userId),
    teamIds: idsOf(teamsBy, userId),
    grants: grantsIn((groupsBy.get(userId) ?? []).flatMap(({ processes }) => processes)),
  }))
}

/** The grants among the names that a group keeps; a name that this version does not know grants nothing. */
export function grantsIn(names: readonly string[]): Grant[] {
  return [...new Set(names)].flatMap((name) => {
    const grant = Grant.safeParse(name)
    return grant.success ? [grant.data] : []
  })
}

function byUser<Row extends { userId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) found.set(row.userId, [...(found.get(row.userId) ?? []), row])
  return found
}

function idsOf(rows: Map<string, { of: string }[]>, userId: string): string[] {
  return (rows.get(userId) ?? []).map((row) => row.of)
}
