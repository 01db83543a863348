import { asc, eq, inArray, sql } from 'drizzle-orm'
import { isSameContact, listContactProblems, type ContactEntry } from '@send/shared/people/family/contacts'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext, WorkContext } from '../../../context.ts'
import { SendError } from '../../../errors.ts'
import { tellMerged, type MergedMeanwhile } from '../tell-merged.ts'
import { findRemoved, tellChanged, type ChangedMeanwhile } from '../tell-meanwhile.ts'
import { contacts } from './tables.ts'

export type ContactRow = typeof contacts.$inferSelect

/** Which way to reach which person is meant, as it was looked at. */
export type MeantContact = { personId: string; contactId: string; version: number }

/** The same number or address is on record of this person, and works. */
export type ContactRefusal = { outcome: 'refused'; reason: 'alreadyThere' }

/** All ways to reach a person, locked in the order of a merge; one officer after the other. */
export async function lockContacts(ctx: WorkContext, personId: string): Promise<ContactRow[]> {
  return lockContactsOf(ctx, [personId])
}

/** The same of some people. */
export async function lockContactsOf(ctx: WorkContext, personIds: readonly string[]): Promise<ContactRow[]> {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext('send.people.contacts'))`)
  return ctx.tx
    .select()
    .from(contacts)
    .where(inArray(contacts.personId, [...personIds]))
    .orderBy(asc(sql`${contacts.id}::text`))
    .for('update')
}

/** Which of them is meant, unless somebody changed or removed it, or merged the record; throws not-found. */
export async function findMeant(
  ctx: WorkContext,
  rows: readonly ContactRow[],
  { personId, contactId, version }: MeantContact,
): Promise<ContactRow | ChangedMeanwhile | MergedMeanwhile> {
  const row = rows.find(({ id }) => id === contactId)
  if (row) return row.rowVersion === version ? row : tellChanged(ctx, row)
  const removed = await findRemoved(ctx, { personId, objectId: contactId, action: 'contacts.remove' })
  return removed ?? tellMerged(ctx, personId)
}

/** Refuses what is no number or address at all; a window says so before it asks. */
export function requireSoundContact(ctx: WorkContext, entry: ContactEntry): void {
  const { value, until } = listContactProblems(entry, dateInLondon(ctx.now()))
  if (value ?? until) throw new SendError('bad-input', 'This contact cannot be right. Nothing was saved.')
}

/** Refuses a second time what leads to the same telephone or mailbox. */
export function findContactRefusal(
  others: readonly ContactRow[],
  { value, until }: ContactEntry,
): ContactRefusal | undefined {
  if (until !== '') return undefined
  const isThere = others.some((each) => each.endedOn === null && isSameContact(each.value, value))
  return isThere ? { outcome: 'refused', reason: 'alreadyThere' } : undefined
}

/** A person would rather be reached by one way: where it is said of another, it is not of these any more. */
export async function preferNoneOf(
  ctx: ProcedureContext<Actor>,
  others: readonly ContactRow[],
): Promise<void> {
  const stamp = { changedBy: ctx.actor.userId, changedAt: ctx.now() }
  for (const { id, rowVersion } of others.filter(({ preferred }) => preferred))
    await ctx.tx
      .update(contacts)
      .set({ preferred: false, rowVersion: rowVersion + 1, ...stamp })
      .where(eq(contacts.id, id))
}
