import { isDeepStrictEqual } from 'node:util'
import type { RelationshipEntry } from '@send/shared/people/family/relationships'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { relationships } from '../tables.ts'
import { findRefusal, type RelationshipRefusal } from './find-refusal.ts'
import { lockRelationship, type MeantRelationship, type RelationshipRow } from './lock-family.ts'
import { requireSoundDays } from './require-sound-days.ts'
import type { ChangedMeanwhile } from './tell-meanwhile.ts'
import type { MergedMeanwhile } from './tell-merged.ts'

export type CorrectedRelationship =
  { outcome: 'corrected'; version: number } | ChangedMeanwhile | MergedMeanwhile | RelationshipRefusal

/**
 * Says anew what an adult is or was to a child, also that it came to an end or goes on after all. Of two officers who change
 * the same the second is told by whom, and nothing of theirs is written.
 */
export async function correctRelationship(
  ctx: ProcedureContext<Actor>,
  meant: MeantRelationship,
  entry: RelationshipEntry,
): Promise<CorrectedRelationship> {
  const row = await lockRelationship(ctx, meant)
  if ('outcome' in row) return row
  const { childId, carerId } = row
  await requireSoundDays(ctx, childId, entry)
  const goesOnAgain = row.endedOn !== null && entry.until === ''
  const refusal = goesOnAgain ? await findRefusal(ctx, { childId, carerId }) : undefined
  if (refusal) return refusal
  const before = entryOf(row)
  const isChanged = !isDeepStrictEqual(before, entry)
  if (isChanged) await write(ctx, row, entry)
  await ctx.audit({
    action: 'family.correct',
    objectKind: 'relationship',
    objectId: row.id,
    personId: childId,
    details: { people: [childId, carerId], before, after: entry },
  })
  return { outcome: 'corrected', version: row.rowVersion + Number(isChanged) }
}

async function write(
  ctx: ProcedureContext<Actor>,
  { id, rowVersion }: RelationshipRow,
  { kind, parentalResponsibility, from, until }: RelationshipEntry,
): Promise<void> {
  await ctx.tx
    .update(relationships)
    .set({
      kind,
      parentalResponsibility,
      startedOn: from || null,
      endedOn: until || null,
      rowVersion: rowVersion + 1,
      changedBy: ctx.actor.userId,
      changedAt: ctx.now(),
    })
    .where(eq(relationships.id, id))
}

/** A relationship as an officer would have said it. */
export function entryOf(row: RelationshipRow): RelationshipEntry {
  const { kind, parentalResponsibility, startedOn, endedOn } = row
  return { kind, parentalResponsibility, from: startedOn ?? '', until: endedOn ?? '' }
}
