import { readContact, type ContactEntry } from '@send/shared/people/family/contacts'
import { newId } from '@send/shared/values/ids'
import type { Actor, ProcedureContext } from '../../../context.ts'
import { keyPeople } from '../../candidate-keys/key-people.ts'
import { holdPerson } from '../../find-person.ts'
import { tellMerged, type MergedMeanwhile } from '../tell-merged.ts'
import {
  findContactRefusal,
  lockContacts,
  preferNoneOf,
  requireSoundContact,
  type ContactRefusal,
} from './lock-contacts.ts'
import { contacts } from './tables.ts'

export type AddedContact = { outcome: 'added'; contactId: string } | ContactRefusal | MergedMeanwhile

/** Records how a person is reached, unless it is on record already. The trail has the kind, never the number or address. */
export async function addContact(
  ctx: ProcedureContext<Actor>,
  personId: string,
  typed: ContactEntry,
): Promise<AddedContact> {
  requireSoundContact(ctx, typed)
  const others = await lockContacts(ctx, personId)
  if (!(await holdPerson(ctx, personId))) return tellMerged(ctx, personId)
  const entry = readContact(typed)
  const refusal = findContactRefusal(others, entry)
  if (refusal) return refusal
  if (entry.preferred) await preferNoneOf(ctx, others)
  const contactId = newId()
  const { kind, value, preferred, until } = entry
  await ctx.tx.insert(contacts).values({
    id: contactId,
    personId,
    kind,
    value,
    preferred,
    endedOn: until || null,
    changedBy: ctx.actor.userId,
    changedAt: ctx.now(),
  })
  // Children are found by how their parents are reached.
  await keyPeople(ctx.tx)
  await ctx.audit({
    action: 'contacts.add',
    objectKind: 'contact',
    objectId: contactId,
    personId,
    details: { kind },
  })
  return { outcome: 'added', contactId }
}
