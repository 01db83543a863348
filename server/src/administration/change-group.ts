import { eq } from 'drizzle-orm'
import { grantsGained, type Grant } from '@send/shared/accounts/business-processes'
import { grantsIn } from '../accounts/permissions/list-staff.ts'
import { permissionGroups } from '../accounts/permissions/tables.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound, SendError } from '../errors.ts'
import { lockAdministration, requireAdministratorLeft, requireReason } from './lock-administration.ts'
import { isSameSet } from './memberships.ts'
import { isNameTaken } from './name-taken.ts'

type Group = { name: string; processes: Grant[] }
type Change = { groupId: string; before: Group; after: Group; reason: string }

/** Renames a permission group or changes what it grants; it holds from the very next request of its members. */
export async function changeGroup(
  ctx: ProcedureContext<Actor>,
  { groupId, before, after, reason }: Change,
): Promise<{ outcome: 'changed' | 'nameTaken' }> {
  await lockAdministration(ctx)
  const [found] = await ctx.tx.select().from(permissionGroups).where(eq(permissionGroups.id, groupId))
  if (!found) throw notFound()
  const current = { name: found.name, processes: grantsIn(found.processes) }
  if (before.name !== current.name || !isSameSet(before.processes, current.processes)) {
    throw new SendError('conflict')
  }
  if (grantsGained(current.processes, after.processes).length > 0) requireReason(reason)
  if (await isNameTaken(ctx.tx, permissionGroups, { name: after.name, except: groupId })) {
    return { outcome: 'nameTaken' }
  }
  await ctx.tx.update(permissionGroups).set(after).where(eq(permissionGroups.id, groupId))
  await requireAdministratorLeft(ctx)
  await ctx.audit({
    action: 'administration.changeGroup',
    objectKind: 'group',
    objectId: groupId,
    reason: reason || undefined,
    details: { before: current, after },
  })
  return { outcome: 'changed' }
}
