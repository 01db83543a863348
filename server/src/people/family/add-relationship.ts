import type { RelationshipEntry } from '@send/shared/people/family/relationships'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { keyPeople } from '../candidate-keys/key-people.ts'
import { holdPerson } from '../find-person.ts'
import { relationships } from '../tables.ts'
import { findRefusal, type RelationshipRefusal } from './find-refusal.ts'
import { lockFamilies } from './lock-family.ts'
import { requireSoundDays } from './require-sound-days.ts'
import { tellMerged, type MergedMeanwhile } from './tell-merged.ts'

type Addition = { childId: string; carerId: string; entry: RelationshipEntry }

export type AddedRelationship =
  { outcome: 'added'; relationshipId: string } | RelationshipRefusal | MergedMeanwhile

/**
 * Records what an adult is to a child, unless that is on record already or would make somebody their own parent or carer.
 * Nobody sees anything by it: who may see a child is recorded apart.
 */
export async function addRelationship(
  ctx: ProcedureContext<Actor>,
  { childId, carerId, entry }: Addition,
): Promise<AddedRelationship> {
  if (childId === carerId) throw new SendError('bad-input', 'Nobody is their own parent or carer.')
  await lockFamilies(ctx)
  for (const personId of [childId, carerId].toSorted())
    if (!(await holdPerson(ctx, personId))) return tellMerged(ctx, personId)
  await requireSoundDays(ctx, childId, entry)
  // What has ended stands beside what goes on.
  const refusal = entry.until === '' ? await findRefusal(ctx, { childId, carerId }) : undefined
  if (refusal) return refusal
  const relationshipId = newId()
  const { kind, parentalResponsibility, from, until } = entry
  await ctx.tx.insert(relationships).values({
    id: relationshipId,
    childId,
    carerId,
    kind,
    parentalResponsibility,
    startedOn: from || null,
    endedOn: until || null,
    changedBy: ctx.actor.userId,
    changedAt: ctx.now(),
  })
  // The child is found by how the adult is reached.
  await keyPeople(ctx.tx)
  await ctx.audit({
    action: 'family.add',
    objectKind: 'relationship',
    objectId: relationshipId,
    personId: childId,
    details: { people: [childId, carerId], after: entry },
  })
  return { outcome: 'added', relationshipId }
}
