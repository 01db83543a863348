import { fold, type Identity } from '@send/shared/suspense/matching/identity'
import { newId } from '@send/shared/values/ids'
import type { WorkContext } from '../context.ts'
import { keyPeople } from './candidate-keys/key-people.ts'
import { people } from './tables.ts'

/** Opens a record for somebody whom we did not know; returns its id. */
export async function addPerson(ctx: WorkContext, identity: Identity): Promise<string> {
  const personId = newId()
  const { givenNames = '', familyName = '', dateOfBirth, sex, upn, postcode } = identity
  await ctx.tx.insert(people).values({
    id: personId,
    givenNames,
    familyName,
    foldedGivenNames: fold(givenNames),
    foldedFamilyName: fold(familyName),
    dateOfBirth: dateOfBirth ?? null,
    sex: sex ?? null,
    upn: upn ?? null,
    postcode: postcode ?? null,
    createdAt: ctx.now(),
  })
  await keyPeople(ctx.tx)
  await ctx.audit({ action: 'people.add', objectKind: 'person', objectId: personId, personId })
  return personId
}
