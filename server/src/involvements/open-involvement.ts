import type { AccessList } from '@send/shared/accounts/access-list'
import { newId } from '@send/shared/values/ids'
import { rowsOfList } from '../accounts/permissions/access-rows.ts'
import type { Actor, ProcedureContext } from '../context.ts'
import { involvementAccess, involvements } from './tables.ts'

/** Opens the thin involvement of a request (type, subject, the day from which its deadlines count) under the access list of its form. */
export async function openInvolvement(
  ctx: ProcedureContext<Actor>,
  request: { personId: string; receivedOn: string; openedFrom: string; accessList: AccessList },
): Promise<{ involvementId: string }> {
  const id = newId()
  const opened = { openedBy: ctx.actor.userId, openedAt: ctx.now() }
  const { accessList, ...columns } = request
  await ctx.tx.insert(involvements).values({ id, type: 'ehcNeedsAssessment', ...columns, ...opened })
  const rows = rowsOfList(accessList).map((row) => ({ involvementId: id, ...row }))
  if (rows.length > 0) await ctx.tx.insert(involvementAccess).values(rows)
  const { personId } = request
  await ctx.audit({ action: 'involvements.open', objectKind: 'involvement', objectId: id, personId })
  return { involvementId: id }
}
