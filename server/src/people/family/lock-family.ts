import { and, asc, eq, sql } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { relationships } from '../tables.ts'
import { lockContactsOf } from './contacts/lock-contacts.ts'
import { tellMerged, type MergedMeanwhile } from './tell-merged.ts'
import { findRemoved, tellChanged, type ChangedMeanwhile } from './tell-meanwhile.ts'

export type RelationshipRow = typeof relationships.$inferSelect

/** Which relationship of which child is meant, as it was looked at. */
export type MeantRelationship = { personId: string; relationshipId: string; version: number }

/** One officer after the other: of two who say the same, or the contrary, the second sees what the first said. */
export async function lockFamilies(ctx: WorkContext): Promise<void> {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext('send.people.family'))`)
}

/**
 * Who is family to a child and how they are reached, locked before the child is, in the order of a merge: whoever keeps a family
 * comes before, or waits.
 */
export async function lockCarers(ctx: WorkContext, childId: string): Promise<void> {
  await lockFamilies(ctx)
  const rows = await ctx.tx
    .select({ carerId: relationships.carerId })
    .from(relationships)
    .where(eq(relationships.childId, childId))
    .orderBy(asc(sql`${relationships.id}::text`))
    .for('update')
  await lockContactsOf(
    ctx,
    rows.map(({ carerId }) => carerId),
  )
}

/** The relationship that is meant, locked, unless somebody changed or removed it, or merged the record; throws not-found. */
export async function lockRelationship(
  ctx: WorkContext,
  { personId, relationshipId, version }: MeantRelationship,
): Promise<RelationshipRow | ChangedMeanwhile | MergedMeanwhile> {
  await lockFamilies(ctx)
  const [row] = await ctx.tx
    .select()
    .from(relationships)
    .where(and(eq(relationships.id, relationshipId), eq(relationships.childId, personId)))
    .for('update')
  if (row) return row.rowVersion === version ? row : tellChanged(ctx, row)
  const removed = await findRemoved(ctx, { personId, objectId: relationshipId, action: 'family.remove' })
  return removed ?? tellMerged(ctx, personId)
}
