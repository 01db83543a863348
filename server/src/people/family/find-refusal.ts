import { and, eq, isNull, sql } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { relationships } from '../tables.ts'

/** Why somebody is not recorded as the parent or carer of somebody. */
export type RelationshipRefusal = { outcome: 'refused'; reason: 'alreadyThere' | 'circle' }

type Two = { childId: string; carerId: string }

/** Refuses two who are recorded already, and whoever would be their own parent or carer over others. */
export async function findRefusal(ctx: WorkContext, two: Two): Promise<RelationshipRefusal | undefined> {
  if (await areRecorded(ctx, two)) return { outcome: 'refused', reason: 'alreadyThere' }
  return (await findAbove(ctx, two)) ? { outcome: 'refused', reason: 'circle' } : undefined
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

/**
 * Whether the child is the parent or carer of the adult, or of somebody who is, and so on: then who stands next above the adult
 * on that way, and undefined otherwise.
 */
export async function findAbove(
  ctx: WorkContext,
  { childId, carerId }: Two,
): Promise<{ nextId: string } | undefined> {
  const [found] = await ctx.tx.execute<{ nextId: string }>(sql`
    with recursive above (id, next_id) as (
      select carer_id, carer_id from ${relationships} where child_id = ${carerId} and ended_on is null
      union select next.carer_id, above.next_id from ${relationships} next join above on next.child_id = above.id
        where next.ended_on is null
    ) select next_id as "nextId" from above where id = ${childId} order by next_id limit 1`)
  return found
}
