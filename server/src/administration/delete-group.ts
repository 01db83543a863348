import { eq } from 'drizzle-orm'
import { permissionGroupMembers, permissionGroups } from '../accounts/permissions/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { lockAdministration } from './lock-administration.ts'
import { isNamedInLists } from './seats.ts'

/** Deletes a permission group to which nobody belongs and of which no access list speaks. */
export async function deleteGroup(
  ctx: ProcedureContext<Actor>,
  groupId: string,
): Promise<{ outcome: 'deleted' | 'notEmpty' | 'namedInLists' }> {
  await lockAdministration(ctx)
  const [group] = await ctx.tx.select().from(permissionGroups).where(eq(permissionGroups.id, groupId))
  if (!group) throw notFound()
  const members = await ctx.tx
    .select({ userId: permissionGroupMembers.userId })
    .from(permissionGroupMembers)
    .where(eq(permissionGroupMembers.groupId, groupId))
  if (members.length > 0) return { outcome: 'notEmpty' }
  if (await isNamedInLists(ctx.tx, 'group', groupId)) return { outcome: 'namedInLists' }
  await ctx.tx.delete(permissionGroups).where(eq(permissionGroups.id, groupId))
  await ctx.audit({
    action: 'administration.deleteGroup',
    objectKind: 'group',
    objectId: groupId,
    details: { before: { name: group.name, processes: group.processes } },
  })
  return { outcome: 'deleted' }
}
