import { readContact } from '@send/shared/people/family/contacts'
import type { RelationshipKind } from '@send/shared/people/family/relationships'
import type { HeldContact } from '@send/shared/suspense/conflicts/family/plan-family'
import type { ToldCarer, ToldContact } from '@send/shared/suspense/conflicts/family/told-carer'
import { newId } from '@send/shared/values/ids'
import { dateInLondon } from '@send/shared/values/plain-date'
import { eq, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { WorkContext } from '../../../context.ts'
import { addPerson } from '../../../people/add-person.ts'
import { contacts } from '../../../people/family/contacts/tables.ts'
import { people, relationships } from '../../../people/tables.ts'
import type { Stamp } from '../import-values.ts'
import { importedFamily } from './tables.ts'

/** To whose family something comes, from which incoming child, and who says so. */
export type FamilyImport = { incomingChildId: string; childId: string; stamp: Stamp }

type Fact = Pick<typeof importedFamily.$inferInsert, 'fact' | 'objectId' | 'carerId' | 'before'>

/** Opens a record for a parent or carer, with the address that was told; returns it. */
export async function addCarer(ctx: WorkContext, into: FamilyImport, told: ToldCarer): Promise<string> {
  const { givenNames, familyName, address } = told
  const details = detailsOf(into)
  const carerId = await addPerson(ctx, { givenNames, familyName, ...address }, { details })
  await keepFact(ctx, into, { fact: 'person', objectId: carerId, carerId })
  // Somebody who waits may be they.
  await ctx.enqueue({ queue: 'score-children', data: { personId: carerId } })
  return carerId
}

/**
 * Records what somebody is to the child. Whether they have parental responsibility is not known by it, whatever the form
 * says: an officer finds out.
 */
export async function addCarerOf(
  ctx: WorkContext,
  into: FamilyImport,
  { carerId, kind }: { carerId: string; kind: RelationshipKind },
): Promise<void> {
  const { childId } = into
  const objectId = newId()
  const stamp = stampOf(ctx, into)
  await ctx.tx.insert(relationships).values({ id: objectId, childId, carerId, kind, ...stamp })
  await keepFact(ctx, into, { fact: 'relationship', objectId, carerId })
  const after = { kind, parentalResponsibility: 'notKnown', from: '', until: '' }
  await ctx.audit({
    action: 'family.add',
    objectKind: 'relationship',
    objectId,
    personId: childId,
    details: { people: [childId, carerId], after, ...detailsOf(into) },
  })
}

type NewContact = { carerId: string; contact: ToldContact; preferred?: boolean }

/** Records how a parent or carer is reached. The trail has the kind, never the number or address. */
export async function addContactOf(
  ctx: WorkContext,
  into: FamilyImport,
  { carerId, contact, preferred = false }: NewContact,
): Promise<void> {
  const objectId = newId()
  const { kind, value } = readContact({ ...contact, preferred, until: '' })
  const stamp = stampOf(ctx, into)
  await ctx.tx.insert(contacts).values({ id: objectId, personId: carerId, kind, value, preferred, ...stamp })
  await keepFact(ctx, into, { fact: 'contact', objectId, carerId })
  await ctx.audit({
    action: 'contacts.add',
    objectKind: 'contact',
    objectId,
    personId: carerId,
    details: { kind, ...detailsOf(into) },
  })
}

type Replacement = { carerId: string; contact: ToldContact; replaces: HeldContact }

/** The new contact takes the place of one on record, which ended today and stays under those that worked once. */
export async function replaceContactOf(
  ctx: WorkContext,
  into: FamilyImport,
  { carerId, contact, replaces }: Replacement,
): Promise<void> {
  const { contactId: objectId, version, preferred } = replaces
  const before = await readRow(ctx, contacts, objectId)
  await ctx.tx
    .update(contacts)
    .set({
      endedOn: dateInLondon(ctx.now()),
      preferred: false,
      rowVersion: version + 1,
      ...stampOf(ctx, into),
    })
    .where(eq(contacts.id, objectId))
  await keepFact(ctx, into, { fact: 'contactEnded', objectId, carerId, before })
  await ctx.audit({
    action: 'contacts.correct',
    objectKind: 'contact',
    objectId,
    personId: carerId,
    details: { fields: ['until'], ...detailsOf(into) },
  })
  await addContactOf(ctx, into, { carerId, contact, preferred })
}

async function keepFact(
  ctx: WorkContext,
  { incomingChildId, stamp }: FamilyImport,
  fact: Fact,
): Promise<void> {
  const table = fact.fact === 'person' ? people : fact.fact === 'relationship' ? relationships : contacts
  const written = await readRow(ctx, table, fact.objectId)
  const row = { id: newId(), incomingChildId, ...fact, written, ...stamp, importedAt: ctx.now() }
  await ctx.tx.insert(importedFamily).values(row)
}

async function readRow(ctx: WorkContext, table: PgTable, id: string): Promise<Record<string, unknown>> {
  const [row] = await ctx.tx.execute<{ whole: Record<string, unknown> }>(
    sql`select to_jsonb(${table}) as whole from ${table} where id = ${id}`,
  )
  if (!row) throw new Error('A row is there after it was written')
  return row.whole
}

/** What a rule did no officer wrote. */
function stampOf(ctx: WorkContext, { stamp }: FamilyImport) {
  return { changedBy: 'importedBy' in stamp ? stamp.importedBy : null, changedAt: ctx.now() }
}

function detailsOf({ incomingChildId, stamp }: FamilyImport): Record<string, unknown> {
  return { incomingChildId, ...('rule' in stamp ? { rule: stamp.rule, stampedWith: stamp.ruleScope } : {}) }
}
