import { asc, inArray } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { involvementAccess, involvements } from './tables.ts'

/** Takes back the involvements that submissions opened on the wrong person, and with them their deadlines. */
export async function withdrawInvolvements(
  ctx: ProcedureContext<Actor>,
  submissionIds: string[],
): Promise<void> {
  const opened = await ctx.tx
    .select({ id: involvements.id, personId: involvements.personId })
    .from(involvements)
    .where(inArray(involvements.openedFrom, submissionIds))
    .orderBy(asc(involvements.id))
    .for('update')
  const ids = opened.map(({ id }) => id)
  await ctx.tx.delete(involvementAccess).where(inArray(involvementAccess.involvementId, ids))
  await ctx.tx.delete(involvements).where(inArray(involvements.id, ids))
  for (const { id: objectId, personId } of opened) {
    await ctx.audit({ action: 'involvements.withdraw', objectKind: 'involvement', objectId, personId })
  }
}
