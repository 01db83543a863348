import type { Grant } from '@send/shared/accounts/business-processes'
import { createPermissionGroup } from '../accounts/create-staff-account.ts'
import { permissionGroups } from '../accounts/permissions/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { lockAdministration } from './lock-administration.ts'
import { isNameTaken } from './name-taken.ts'

/** Makes a permission group; it gives nobody anything before somebody belongs to it. */
export async function createGroup(
  ctx: ProcedureContext<Actor>,
  group: { name: string; processes: Grant[] },
): Promise<{ outcome: 'created'; groupId: string } | { outcome: 'nameTaken' }> {
  await lockAdministration(ctx)
  const { name, processes } = group
  if (await isNameTaken(ctx.tx, permissionGroups, { name })) return { outcome: 'nameTaken' }
  const { groupId } = await createPermissionGroup(ctx.tx, { name, processes })
  await ctx.audit({
    action: 'administration.createGroup',
    objectKind: 'group',
    objectId: groupId,
    details: { after: { name, processes } },
  })
  return { outcome: 'created', groupId }
}
