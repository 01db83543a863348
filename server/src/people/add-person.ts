import { fold } from '@send/shared/suspense/matching/identity'
import { newId } from '@send/shared/values/ids'
import type { AuditEvent } from '../audit/record-audit-event.ts'
import type { WorkContext } from '../context.ts'
import { keyPeople } from './candidate-keys/key-people.ts'
import type { PersonRecord } from './find-person-values.ts'
import { people } from './tables.ts'

/** What is known of somebody; what is undefined is not. */
type Known = { [Field in keyof PersonRecord]?: PersonRecord[Field] | undefined }

/** Opens a record for somebody whom we did not know; returns its id. */
export async function addPerson(
  ctx: WorkContext,
  known: Known,
  why: Pick<AuditEvent, 'reason' | 'details'> = {},
): Promise<string> {
  const personId = newId()
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
