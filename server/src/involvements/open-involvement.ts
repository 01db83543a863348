import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../context.ts'
import { involvements } from './tables.ts'

/** Opens the thin involvement of a request: type, subject and the day from which its deadlines count. */
export async function openInvolvement(
  ctx: ProcedureContext<Actor>,
  request: { personId: string; receivedOn: string; openedFrom: string },
): Promise<{ involvementId: string }> {
  const id = newId()
  const opened = { openedBy: ctx.actor.userId, openedAt: ctx.now() }
  await ctx.tx.insert(involvements).values({ id, type: 'ehcNeedsAssessment', ...request, ...opened })
  const { personId } = request
  await ctx.audit({ action: 'involvements.open', objectKind: 'involvement', objectId: id, personId })
  return { involvementId: id }
}
