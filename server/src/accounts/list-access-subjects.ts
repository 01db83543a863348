import type { ProcedureContext } from '../context.ts'
import { permissionGroups } from './permissions/tables.ts'

/** The groups a form's access list may name, by name. */
export async function listAccessSubjects(
  ctx: ProcedureContext,
): Promise<{ groups: { id: string; name: string }[] }> {
  const groups = await ctx.tx
    .select({ id: permissionGroups.id, name: permissionGroups.name })
    .from(permissionGroups)
    .orderBy(permissionGroups.name)
  return { groups }
}
