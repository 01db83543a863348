import { eq } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { people } from './tables.ts'

const columns = {
  givenNames: people.givenNames,
  familyName: people.familyName,
  formerFamilyName: people.formerFamilyName,
  knownAsGivenNames: people.knownAsGivenNames,
  knownAsFamilyName: people.knownAsFamilyName,
  dateOfBirth: people.dateOfBirth,
  sex: people.sex,
  upn: people.upn,
  nhsNumber: people.nhsNumber,
  uln: people.uln,
  externalId: people.externalId,
  addressLine: people.addressLine,
  addressLine2: people.addressLine2,
  town: people.town,
  postcode: people.postcode,
  schoolId: people.schoolId,
}

/** What the record of a person says, as far as it has a history. */
export type PersonRecord = Pick<typeof people.$inferSelect, keyof typeof columns>

/** What the record of a person says, or undefined. */
export async function findPersonValues(
  ctx: WorkContext,
  personId: string,
): Promise<PersonRecord | undefined> {
  const [found] = await ctx.tx.select(columns).from(people).where(eq(people.id, personId))
  return found
}

/** The same, locked until the transaction ends: whoever else would change the record waits. */
export async function lockPersonValues(
  ctx: WorkContext,
  personId: string,
): Promise<PersonRecord | undefined> {
  const [found] = await ctx.tx.select(columns).from(people).where(eq(people.id, personId)).for('update')
  return found
}
