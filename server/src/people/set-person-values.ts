import { eq } from 'drizzle-orm'
import { fold } from '@send/shared/suspense/matching/identity'
import type { WorkContext } from '../context.ts'
import { keyPeople } from './candidate-keys/key-people.ts'
import type { PersonRecord } from './find-person-values.ts'
import { people } from './tables.ts'

type Values = Partial<PersonRecord> & { schoolId?: string | null }

/** Writes values of a person, and no history of them; names are folded along, so that searches find them. */
export async function setPersonValues(ctx: WorkContext, personId: string, values: Values): Promise<void> {
  const { givenNames, familyName } = values
  const folded = {
    ...(givenNames === undefined ? {} : { foldedGivenNames: fold(givenNames) }),
    ...(familyName === undefined ? {} : { foldedFamilyName: fold(familyName) }),
  }
  await ctx.tx
    .update(people)
    .set({ ...values, ...folded })
    .where(eq(people.id, personId))
  await keyPeople(ctx.tx)
}
