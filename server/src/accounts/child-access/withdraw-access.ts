import { count, inArray, sql } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { childAccess, childClaims } from './tables.ts'

/**
 * Takes back authentications that came of a wrong match: each acts on the very next request. The rows go whole into the
 * log of the undone match, and a claim that had been accepted waits for its decision again.
 */
export async function withdrawAccess(
  ctx: ProcedureContext<Actor>,
  { undoneMatchId, accessIds }: { undoneMatchId: string; accessIds: string[] },
): Promise<void> {
  if (accessIds.length === 0) return
  const rows = await ctx.tx.select().from(childAccess).where(inArray(childAccess.id, accessIds))
  await ctx.tx
    .update(childClaims)
    .set({ state: 'waiting', decidedBy: null, decidedAt: null, reason: null, childAccessId: null })
    .where(inArray(childClaims.childAccessId, accessIds))
  await ctx.tx.execute(sql`select send_withdraw_access(${undoneMatchId}, ${sql.param(accessIds)}::uuid[])`)
  for (const { id: objectId, personId, userId } of rows) {
    const details = { userId, undoneMatchId }
    await ctx.audit({
      action: 'childAccess.withdraw',
      objectKind: 'childAccess',
      objectId,
      personId,
      details,
    })
  }
}

/** How many accepted claims wait again when these authentications are taken back. */
export async function countAcceptedClaims(
  ctx: ProcedureContext<Actor>,
  accessIds: string[],
): Promise<number> {
  const [row] = await ctx.tx
    .select({ claims: count() })
    .from(childClaims)
    .where(inArray(childClaims.childAccessId, accessIds))
  return row?.claims ?? 0
}
