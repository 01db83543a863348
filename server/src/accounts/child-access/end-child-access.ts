import { and, inArray, isNull } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { childAccess } from './tables.ts'

/** Ends authentications, one or many, for one reason; each acts on the very next request. Ended ones stay as they are. */
export async function endChildAccess(
  ctx: ProcedureContext<Actor>,
  request: { childAccessIds: string[]; reason: string },
): Promise<{ ended: number }> {
  const { childAccessIds, reason } = request
  const ended = await ctx.tx
    .update(childAccess)
    .set({ endedAt: ctx.now(), endedBy: ctx.actor.userId, endReason: reason })
    .where(and(inArray(childAccess.id, childAccessIds), isNull(childAccess.endedAt)))
    .returning({ id: childAccess.id, personId: childAccess.personId, userId: childAccess.userId })
  for (const { id: objectId, personId, userId } of ended) {
    const details = { userId }
    await ctx.audit({
      action: 'childAccess.end',
      objectKind: 'childAccess',
      objectId,
      personId,
      reason,
      details,
    })
  }
  return { ended: ended.length }
}
