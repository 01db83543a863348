import { eq } from 'drizzle-orm'
import type { WorkContext } from '../../../context.ts'
import { keyPeople } from '../../candidate-keys/key-people.ts'
import type { ChangedMeanwhile } from '../tell-meanwhile.ts'
import type { MergedMeanwhile } from '../tell-merged.ts'
import { findMeant, lockContacts, type MeantContact } from './lock-contacts.ts'
import { contacts } from './tables.ts'

export type RemovedContact = { outcome: 'removed' } | ChangedMeanwhile | MergedMeanwhile

/** Takes out a number or an address that never was this person’s. */
export async function removeContact(ctx: WorkContext, meant: MeantContact): Promise<RemovedContact> {
  const row = await findMeant(ctx, await lockContacts(ctx, meant.personId), meant)
  if ('outcome' in row) return row
  const { id, personId, kind } = row
  await ctx.tx.delete(contacts).where(eq(contacts.id, id))
  await keyPeople(ctx.tx)
  await ctx.audit({
    action: 'contacts.remove',
    objectKind: 'contact',
    objectId: id,
    personId,
    details: { kind },
  })
  return { outcome: 'removed' }
}
