import { asc, eq } from 'drizzle-orm'
import type { Grant } from '@send/shared/accounts/business-processes'
import { grantsIn } from '../accounts/permissions/list-staff.ts'
import { permissionGroupMembers, permissionGroups } from '../accounts/permissions/tables.ts'
import { users } from '../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'

export type NamedMember = { userId: string; name: string; disabled: boolean }
export type ListedGroup = { groupId: string; name: string; processes: Grant[]; members: NamedMember[] }

/** The permission groups by name, each with what it grants and who belongs to it. */
export async function listGroups(ctx: ProcedureContext<Actor>): Promise<{ groups: ListedGroup[] }> {
  const groups = await ctx.tx.select().from(permissionGroups).orderBy(asc(permissionGroups.name))
  const members = await ctx.tx
    .select({
      groupId: permissionGroupMembers.groupId,
      userId: users.id,
      name: users.name,
      disabled: users.disabled,
    })
    .from(permissionGroupMembers)
    .innerJoin(users, eq(users.id, permissionGroupMembers.userId))
    .orderBy(asc(users.name))
  const details = { found: groups.length }
  await ctx.audit({ action: 'administration.listGroups', objectKind: 'groups', objectId: 'all', details })
  return {
    groups: groups.map(({ id: groupId, name, processes }) => ({
      groupId,
      name,
      processes: grantsIn(processes),
      members: members
        .filter((member) => member.groupId === groupId)
        .map(({ userId, name: memberName, disabled }) => ({ userId, name: memberName, disabled })),
    })),
  }
}
