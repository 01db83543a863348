import { fold } from '@send/shared/suspense/matching/identity'
import { newId } from '@send/shared/values/ids'
import type { AuditEvent } from '../audit/record-audit-event.ts'
import type { WorkContext } from '../context.ts'
import { keyPeople } from './candidate-keys/key-people.ts'
import type { PersonRecord } from './find-person-values.ts'
import { people } from './tables.ts'

/** What is known of somebody; what is undefined is not. */
type Known = { [Field in keyof PersonRecord]?: PersonRecord[Field] | undefined }

type Opening = Pick<AuditEvent, 'reason' | 'details'> & { personId?: string }

/** Opens a record for somebody whom we did not know, under an id of its own or one that was given to it before; returns it. */
export async function addPerson(
  ctx: WorkContext,
  known: Known,
  { personId = newId(), ...why }: Opening = {},
): Promise<string> {
  const { givenNames = '', familyName = '', ...rest } = known
  await ctx.tx.insert(people).values({
    id: personId,
    ...rest,
    givenNames,
    familyName,
    foldedGivenNames: fold(givenNames),
    foldedFamilyName: fold(familyName),
    createdAt: ctx.now(),
  })
  await keyPeople(ctx.tx)
  await ctx.audit({ action: 'people.add', objectKind: 'person', objectId: personId, personId, ...why })
  return personId
}
