import { and, asc, eq } from 'drizzle-orm'
import type { ImportRule, RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import type { ConflictUnit, ImportableField } from '@send/shared/suspense/conflicts/import-units'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext, WorkContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { findPersonValues } from '../../people/find-person-values.ts'
import { incomingChildren } from '../tables.ts'
import { importedValues } from '../undo/tables.ts'
import { describeConflict, isOfPerson, type OpenConflict } from './describe-conflict.ts'
import type { OpenFamilyConflict } from './family/describe-family.ts'
import { listFamilyConflicts } from './family/list-family-conflicts.ts'
import { listFamilyTaken, type FamilyTaken } from './family/list-family-taken.ts'
import { findOrigin, type Origin } from './find-origin.ts'
import { heldBeside } from './number-of-school.ts'
import { importConflicts } from './tables.ts'

/** A value that came to the person from this child already. */
export type TakenOver = {
  field: ImportableField
  before: string | null
  imported: string | null
  /** The officer, or null of what a rule did. */
  by: string | null
  rule: ImportRule | null
  ruleScope: RuleScope | null
  at: string
}

export type ConflictsOfMatch = {
  incomingChildId: string
  childName: string
  personId: string
  personName: string
  dateOfBirth: string | null
  source: (typeof incomingChildren.$inferSelect)['source']
  origin: Origin
  cameAt: string
  open: OpenConflict[]
  /** What was told of parents and carers. */
  openFamily: OpenFamilyConflict[]
  decided: { unit: ConflictUnit; state: 'accepted' | 'discarded'; by: string; at: string }[]
  takenOver: TakenOver[]
  /** What came to the family from this child already. */
  takenToFamily: FamilyTaken[]
}

/** What a matched child told otherwise than its person, what was decided, and what was taken over. */
export async function getConflicts(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
): Promise<ConflictsOfMatch> {
  const [child] = await ctx.tx.select().from(incomingChildren).where(eq(incomingChildren.id, incomingChildId))
  const personId = child?.personId
  const person = personId && (await findPersonValues(ctx, personId))
  if (!child || !personId || !person) throw notFound()
  const rows = await ctx.tx
    .select({ conflict: importConflicts, by: users.name })
    .from(importConflicts)
    .leftJoin(users, eq(users.id, importConflicts.decidedBy))
    .where(and(eq(importConflicts.incomingChildId, incomingChildId), eq(importConflicts.personId, personId)))
    .orderBy(asc(importConflicts.id))
  const held = await heldBeside(ctx, child, { ...person, personId })
  const open = rows.map(({ conflict }) => conflict).filter(({ state }) => state === 'open')
  const openFamily = await listFamilyConflicts(ctx, { personId, postcode: person.postcode, rows: open })
  const shown = openFamily.flatMap(({ carer, possible }) => [...(carer ? [carer] : []), ...possible])
  await ctx.audit({
    action: 'importConflicts.get',
    objectKind: 'incomingChild',
    objectId: incomingChildId,
    personId,
    details: {
      conflicts: rows.length,
      // Whoever is shown of a family stands in the trail.
      ...(shown.length > 0 ? { people: [...new Set(shown.map((each) => each.personId))] } : {}),
    },
  })
  return {
    incomingChildId,
    childName: nameOf(child),
    personId,
    personName: nameOf(person),
    dateOfBirth: person.dateOfBirth,
    source: child.source,
    origin: await findOrigin(ctx, child),
    cameAt: child.waitingSince.toISOString(),
    open: open.filter(isOfPerson).map((conflict) => describeConflict(conflict, held)),
    openFamily,
    decided: rows.flatMap(({ conflict: { unit, state, decidedAt }, by }) =>
      state === 'open' || !decidedAt ? [] : [{ unit, state, by: by ?? '', at: decidedAt.toISOString() }],
    ),
    takenOver: await listTakenOver(ctx, incomingChildId),
    takenToFamily: await listFamilyTaken(ctx, incomingChildId),
  }
}

async function listTakenOver(ctx: WorkContext, incomingChildId: string): Promise<TakenOver[]> {
  const rows = await ctx.tx
    .select({ value: importedValues, by: users.name })
    .from(importedValues)
    .leftJoin(users, eq(users.id, importedValues.importedBy))
    .where(eq(importedValues.incomingChildId, incomingChildId))
    .orderBy(asc(importedValues.importedAt), asc(importedValues.id))
  return rows
    .filter(({ value }) => value.before !== value.imported)
    .map(({ value: { field, before, imported, rule, ruleScope, importedAt }, by }) => {
      return { field, before, imported, by, rule, ruleScope, at: importedAt.toISOString() }
    })
}

function nameOf({
  givenNames,
  familyName,
}: {
  givenNames: string | null
  familyName: string | null
}): string {
  return [givenNames, familyName].filter(Boolean).join(' ')
}
