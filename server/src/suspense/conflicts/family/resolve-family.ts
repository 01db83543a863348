import type { FamilyDecision } from '@send/shared/suspense/conflicts/family/family-decision'
import { listMissing, type ToldContact } from '@send/shared/suspense/conflicts/family/told-carer'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../../context.ts'
import { notFound, SendError } from '../../../errors.ts'
import { keyPeople } from '../../../people/candidate-keys/key-people.ts'
import { lockContacts } from '../../../people/family/contacts/lock-contacts.ts'
import { findRefusal, type RelationshipRefusal } from '../../../people/family/find-refusal.ts'
import { importConflicts } from '../tables.ts'
import type { OpenFamilyConflict } from './describe-family.ts'
import { addCarer, addCarerOf, addContactOf, replaceContactOf, type FamilyImport } from './write-facts.ts'

export type FamilyPair = { conflict: OpenFamilyConflict; decision: FamilyDecision }

/** An adult who cannot be family of the child: nothing of the request was done. */
export type FamilyRefusal = { outcome: 'notFamily'; name: string; reason: RelationshipRefusal['reason'] }

/** Why one of the decisions cannot be done, before anything is; throws bad-input for what no screen asks. */
export async function findFamilyRefusal(
  ctx: ProcedureContext<Actor>,
  childId: string,
  pairs: readonly FamilyPair[],
): Promise<FamilyRefusal | undefined> {
  const replaced = pairs.flatMap(({ decision }) => ('contactId' in decision ? [decision.contactId] : []))
  if (new Set(replaced).size < replaced.length)
    throw new SendError('bad-input', 'Only one contact can take the place of another. Nothing was saved.')
  for (const { conflict, decision } of pairs) {
    if (decision.decision === 'replace') requireReplaceable(conflict, decision.contactId)
    if (decision.decision !== 'add' || decision.carerId === null) continue
    const { carerId } = decision
    if (carerId === conflict.carer?.personId) continue
    const adult = conflict.possible.find(({ personId }) => personId === carerId)
    if (!adult) throw notFound()
    const refusal = adult.kind === null ? await findRefusal(ctx, { childId, carerId }) : undefined
    if (refusal) return { outcome: 'notFamily', name: adult.name, reason: refusal.reason }
  }
  return undefined
}

function requireReplaceable({ replaceable }: OpenFamilyConflict, contactId: string): void {
  if (replaceable.every((each) => each.contactId !== contactId))
    throw new SendError('bad-input', 'Only a contact of the same sort can be replaced. Nothing was saved.')
}

/** Does what an officer decided about the family of a child; what is on record is ended, never deleted. */
export async function applyFamily(
  ctx: ProcedureContext<Actor>,
  into: Omit<FamilyImport, 'stamp'>,
  pairs: readonly FamilyPair[],
): Promise<void> {
  const by = { ...into, stamp: { importedBy: ctx.actor.userId } }
  for (const pair of pairs) {
    const { conflict, decision } = pair
    if (decision.decision === 'add') await add(ctx, by, { conflict, carerId: decision.carerId })
    if (decision.decision === 'replace') await replace(ctx, by, conflict, decision.contactId)
    await ctx.tx
      .update(importConflicts)
      .set({
        state: decision.decision === 'keep' ? 'discarded' : 'accepted',
        decidedBy: ctx.actor.userId,
        decidedAt: ctx.now(),
      })
      .where(eq(importConflicts.id, conflict.conflictId))
  }
  // Children are found by how their parents are reached.
  await keyPeople(ctx.tx)
}

type Addition = { conflict: OpenFamilyConflict; carerId: string | null }

/** A further contact of whoever is family, or a further adult: somebody on record, or somebody new. */
async function add(ctx: ProcedureContext<Actor>, into: FamilyImport, addition: Addition): Promise<void> {
  const { told, carer, missing, possible } = addition.conflict
  const carerId = carer?.personId ?? addition.carerId ?? (await addCarer(ctx, into, told))
  const known = possible.find(({ personId }) => personId === carerId)
  // Two who are told of may be one and the same.
  const isFamily = known !== undefined && (await findRefusal(ctx, { childId: into.childId, carerId }))
  if (!carer && !known?.kind && !isFamily)
    await addCarerOf(ctx, into, { carerId, kind: told.kind ?? 'carer' })
  const held = known ? await listHeld(ctx, carerId) : []
  for (const contact of listMissing(missing, held)) await addContactOf(ctx, into, { carerId, contact })
}

/** How somebody on record is reached who is only now looked at, locked: of two who add the same the second adds nothing. */
async function listHeld(ctx: ProcedureContext<Actor>, carerId: string): Promise<ToldContact[]> {
  const rows = await lockContacts(ctx, carerId)
  return rows.filter(({ endedOn }) => endedOn === null)
}

async function replace(
  ctx: ProcedureContext<Actor>,
  into: FamilyImport,
  { carer, missing, replaceable }: OpenFamilyConflict,
  contactId: string,
): Promise<void> {
  const replaces = replaceable.find((each) => each.contactId === contactId)
  const [contact] = missing
  if (!carer || !contact || !replaces) throw notFound()
  await replaceContactOf(ctx, into, { carerId: carer.personId, contact, replaces })
}
