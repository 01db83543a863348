import { readContact, type ContactEntry } from '@send/shared/people/family/contacts'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../../context.ts'
import { keyPeople } from '../../candidate-keys/key-people.ts'
import type { ChangedMeanwhile } from '../tell-meanwhile.ts'
import type { MergedMeanwhile } from '../tell-merged.ts'
import {
  findContactRefusal,
  findMeant,
  lockContacts,
  preferNoneOf,
  requireSoundContact,
  type ContactRefusal,
  type ContactRow,
  type MeantContact,
} from './lock-contacts.ts'
import { contacts } from './tables.ts'

export type CorrectedContact =
  { outcome: 'corrected'; version: number } | ChangedMeanwhile | MergedMeanwhile | ContactRefusal

/**
 * Says anew how a person is reached, also that it does not work any more or does after all. Of two officers who change the same
 * the second is told by whom, and nothing of theirs is written.
 */
export async function correctContact(
  ctx: ProcedureContext<Actor>,
  meant: MeantContact,
  typed: ContactEntry,
): Promise<CorrectedContact> {
  requireSoundContact(ctx, typed)
  const rows = await lockContacts(ctx, meant.personId)
  const row = await findMeant(ctx, rows, meant)
  if ('outcome' in row) return row
  const others = rows.filter(({ id }) => id !== row.id)
  const entry = readContact(typed)
  const refusal = findContactRefusal(others, entry)
  if (refusal) return refusal
  const fields = listChanged(row, entry)
  if (fields.length > 0) {
    if (entry.preferred) await preferNoneOf(ctx, others)
    const { kind, value, preferred, until } = entry
    const stamp = {
      rowVersion: row.rowVersion + 1,
      changedBy: ctx.actor.userId,
      changedAt: ctx.now(),
    }
    await ctx.tx
      .update(contacts)
      .set({ kind, value, preferred, endedOn: until || null, ...stamp })
      .where(eq(contacts.id, row.id))
    await keyPeople(ctx.tx)
  }
  await ctx.audit({
    action: 'contacts.correct',
    objectKind: 'contact',
    objectId: row.id,
    personId: row.personId,
    details: { kind: entry.kind, fields },
  })
  return { outcome: 'corrected', version: row.rowVersion + Number(fields.length > 0) }
}

/** In which parts an entry is not what is on record. */
function listChanged(row: ContactRow, entry: ContactEntry): (keyof ContactEntry)[] {
  const { kind, value, preferred, endedOn } = row
  const held: ContactEntry = { kind, value, preferred, until: endedOn ?? '' }
  return (Object.keys(held) as (keyof ContactEntry)[]).filter((field) => held[field] !== entry[field])
}
