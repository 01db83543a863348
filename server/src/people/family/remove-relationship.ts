import { eq } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { relationships } from '../tables.ts'
import { keyPeople } from '../candidate-keys/key-people.ts'
import { entryOf } from './correct-relationship.ts'
import { lockRelationship, type MeantRelationship } from './lock-family.ts'
import type { ChangedMeanwhile } from './tell-meanwhile.ts'
import type { MergedMeanwhile } from './tell-merged.ts'

export type RemovedRelationship = { outcome: 'removed' } | ChangedMeanwhile | MergedMeanwhile

/** Takes out a relationship that was recorded by mistake; the trail alone keeps what it said. */
export async function removeRelationship(
  ctx: WorkContext,
  meant: MeantRelationship,
): Promise<RemovedRelationship> {
  const row = await lockRelationship(ctx, meant)
  if ('outcome' in row) return row
  const { id, childId, carerId } = row
  await ctx.tx.delete(relationships).where(eq(relationships.id, id))
  await keyPeople(ctx.tx)
  await ctx.audit({
    action: 'family.remove',
    objectKind: 'relationship',
    objectId: id,
    personId: childId,
    details: { people: [childId, carerId], before: entryOf(row) },
  })
  return { outcome: 'removed' }
}
