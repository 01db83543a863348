import { and, desc, eq, inArray } from 'drizzle-orm'
import { covers } from '@send/shared/accounts/business-processes'
import type { ConflictDecision } from '@send/shared/suspense/conflicts/decision'
import type { FamilyDecision } from '@send/shared/suspense/conflicts/family/family-decision'
import type { ConflictUnit, ImportableField } from '@send/shared/suspense/conflicts/import-units'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { lockCarers } from '../../people/family/lock-family.ts'
import { lockPersonValues } from '../../people/find-person-values.ts'
import { incomingChildren } from '../tables.ts'
import { describeConflict, isOfPerson, type ConflictRow, type OpenConflict } from './describe-conflict.ts'
import type { SchoolNumber } from '../../people/external-ids/find-number-holder.ts'
import { keepExternalId } from '../../people/external-ids/keep-external-id.ts'
import type { Holder } from '../../people/find-holder.ts'
import { listFamilyConflicts } from './family/list-family-conflicts.ts'
import {
  applyFamily,
  findFamilyRefusal,
  type FamilyPair,
  type FamilyRefusal,
} from './family/resolve-family.ts'
import { findHolder } from './find-holder.ts'
import { importValues } from './import-values.ts'
import { heldBeside, numberOfSchool } from './number-of-school.ts'
import { importConflicts } from './tables.ts'

export type Resolved =
  | { outcome: 'resolved' }
  /** A colleague has decided one of them: nothing of this was done. */
  | { outcome: 'alreadyDecided'; by: string; at: string }
  /** What we hold of these changed since they were looked at: nothing was done, they are to be looked at again. */
  | { outcome: 'changedMeanwhile'; conflictIds: string[] }
  /** A number that somebody else has on record; who it is, for whoever may see people. */
  | { outcome: 'taken'; unit: ConflictUnit; holder: Holder | null }
  | FamilyRefusal

type Request = { incomingChildId: string; decisions: ConflictDecision[]; family?: FamilyDecision[] }
type Pair = { conflict: OpenConflict; decision: ConflictDecision['decision'] }

/** Decides conflicts of one match, all of them or none. */
export async function resolveConflicts(ctx: ProcedureContext<Actor>, request: Request): Promise<Resolved> {
  const { incomingChildId, decisions, family = [] } = request
  // In the order of the house: the child, as an undo does, then the family, then the person.
  const [child] = await ctx.tx
    .select({
      personId: incomingChildren.personId,
      baseId: incomingChildren.baseId,
      externalId: incomingChildren.externalId,
    })
    .from(incomingChildren)
    .where(eq(incomingChildren.id, incomingChildId))
    .for('update')
  const personId = child?.personId
  if (personId && family.length > 0) await lockCarers(ctx, personId)
  const person = personId && (await lockPersonValues(ctx, personId))
  if (!personId || !person) throw notFound()
  const held = await heldBeside(ctx, child, { ...person, personId })
  const rows = await findRows(ctx, incomingChildId, [...decisions, ...family])
  if (rows.some(({ state }) => state !== 'open')) return alreadyDecided(ctx, rows)
  const ofPerson = rows.filter(isOfPerson)
  const pairs = decisions.map((decision) => {
    const row = ofPerson.find(({ id }) => id === decision.conflictId)
    if (!row) throw notFound()
    return { conflict: describeConflict(row, held), ...decision }
  })
  const described = await listFamilyConflicts(ctx, { personId, postcode: person.postcode, rows })
  const familyPairs = family.map((decision) => {
    const conflict = described.find(({ conflictId }) => conflictId === decision.conflictId)
    if (!conflict) throw notFound()
    return { conflict, decision }
  })
  const changed = [...pairs, ...familyPairs.map(({ conflict, decision: { seen } }) => ({ conflict, seen }))]
    .filter(({ conflict, seen }) => conflict.seen !== seen)
    .map(({ conflict }) => conflict.conflictId)
  if (changed.length > 0) return { outcome: 'changedMeanwhile', conflictIds: changed }
  const number = numberOfSchool(child)
  const refusal =
    (await findTaken(ctx, { personId, pairs, number })) ??
    (await findFamilyRefusal(ctx, personId, familyPairs))
  if (refusal) return refusal
  await applyAll(ctx, { incomingChildId, personId, pairs, number })
  await applyFamily(ctx, { incomingChildId, childId: personId }, familyPairs)
  await recordDecided(ctx, { incomingChildId, personId, pairs, familyPairs })
  return { outcome: 'resolved' }
}

async function findRows(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
  decisions: readonly { conflictId: string }[],
): Promise<ConflictRow[]> {
  const ids = new Set(decisions.map(({ conflictId }) => conflictId))
  const sentence = 'Each conflict is decided once.'
  if (ids.size !== decisions.length) throw new SendError('bad-input', sentence)
  const rows = await ctx.tx
    .select()
    .from(importConflicts)
    .where(and(eq(importConflicts.incomingChildId, incomingChildId), inArray(importConflicts.id, [...ids])))
  if (rows.length !== ids.size) throw notFound()
  return rows
}

async function alreadyDecided(ctx: ProcedureContext<Actor>, rows: ConflictRow[]): Promise<Resolved> {
  const [last] = await ctx.tx
    .select({ by: users.name, at: importConflicts.decidedAt })
    .from(importConflicts)
    .innerJoin(users, eq(users.id, importConflicts.decidedBy))
    .where(
      inArray(
        importConflicts.id,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(desc(importConflicts.decidedAt))
    .limit(1)
  return { outcome: 'alreadyDecided', by: last?.by ?? '', at: (last?.at ?? ctx.now()).toISOString() }
}

async function findTaken(
  ctx: ProcedureContext<Actor>,
  { personId, pairs, number }: Omit<Work, 'incomingChildId'>,
): Promise<Resolved | undefined> {
  for (const { conflict } of pairs.filter(isAccepted)) {
    const { unit, accepted, trust } = conflict
    const sentence = 'What came cannot be read, so it cannot be taken over. Keep ours, or change the record.'
    if (trust === 'unreadable') throw new SendError('bad-input', sentence)
    for (const [field, value] of Object.entries(accepted)) {
      const sought = { field: field as ImportableField, value, personId, number }
      const holder = await findHolder(ctx, sought)
      if (holder) return { outcome: 'taken', unit, holder: maySeePeople(ctx) ? holder : null }
    }
  }
  return undefined
}

type Work = {
  incomingChildId: string
  personId: string
  pairs: Pair[]
  /** Of a line that names a school. */
  number: SchoolNumber | undefined
}

async function applyAll(
  ctx: ProcedureContext<Actor>,
  { incomingChildId, personId, pairs, number }: Work,
): Promise<void> {
  const decided = { decidedBy: ctx.actor.userId, decidedAt: ctx.now() }
  for (const { conflict, decision } of pairs) {
    const { conflictId, accepted: values } = conflict
    const state = decision === 'accept' ? 'accepted' : 'discarded'
    const stamp = { importedBy: ctx.actor.userId }
    if (decision === 'accept' && conflict.unit === 'externalId' && number)
      await keepExternalId(ctx, { ...number, personId, incomingChildId })
    else if (decision === 'accept') await importValues(ctx, { incomingChildId, personId, values, stamp })
    await ctx.tx
      .update(importConflicts)
      .set({ state, ...decided })
      .where(eq(importConflicts.id, conflictId))
  }
}

/** The trail has what was decided of what, and of a family who was told of by nobody’s name. */
async function recordDecided(
  ctx: ProcedureContext<Actor>,
  decided: Pick<Work, 'incomingChildId' | 'personId' | 'pairs'> & { familyPairs: FamilyPair[] },
): Promise<void> {
  const { incomingChildId, personId, pairs, familyPairs } = decided
  const unitsOf = (wanted: Pair[]) => wanted.map(({ conflict }) => conflict.unit)
  const family = familyPairs.map(({ decision: { decision } }) => decision)
  await ctx.audit({
    action: 'importConflicts.resolve',
    objectKind: 'incomingChild',
    objectId: incomingChildId,
    personId,
    details: {
      accepted: unitsOf(pairs.filter(isAccepted)),
      kept: unitsOf(pairs.filter((pair) => !isAccepted(pair))),
      ...(family.length > 0 ? { family } : {}),
    },
  })
}

function isAccepted({ decision }: Pair): boolean {
  return decision === 'accept'
}

function maySeePeople({ actor }: ProcedureContext<Actor>): boolean {
  return covers(actor.processes, 'people', 'read')
}
