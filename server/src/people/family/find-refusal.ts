import { and, eq, isNull, sql } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { relationships } from '../tables.ts'

/** Why somebody is not recorded as the parent or carer of somebody. */
export type RelationshipRefusal = { outcome: 'refused'; reason: 'alreadyThere' | 'circle' }

type Two = { childId: string; carerId: string }

/** Refuses two who are recorded already, and whoever would be their own parent or carer over others. */
export async function findRefusal(ctx: WorkContext, two: Two): Promise<RelationshipRefusal | undefined> {
  if (await areRecorded(ctx, two)) return { outcome: 'refused', reason: 'alreadyThere' }
  return (await isAbove(ctx, two)) ? { outcome: 'refused', reason: 'circle' } : undefined
}

async function areRecorded(ctx: WorkContext, { childId, carerId }: Two): Promise<boolean> {
  const count = await ctx.tx.$count(
    relationships,
    and(
      eq(relationships.childId, childId),
      eq(relationships.carerId, carerId),
      isNull(relationships.endedOn),
    ),
  )
  return count > 0
}

/** Whether the child is the parent or carer of the adult, or of somebody who is, and so on. */
async function isAbove(ctx: WorkContext, { childId, carerId }: Two): Promise<boolean> {
  const rows = await ctx.tx.execute(sql`
    with recursive above (id) as (
      select carer_id from ${relationships} where child_id = ${carerId} and ended_on is null
      union select next.carer_id from ${relationships} next join above on next.child_id = above.id
        where next.ended_on is null
    ) select 1 from above where id = ${childId} limit 1`)
  return rows.length > 0
}
