import { eq } from 'drizzle-orm'
import type { MergeValues } from '@send/shared/suspense/merging/merge-units'
import type { NamedRecord } from '@send/shared/suspense/merging/merged-records'
import type { WorkContext } from '../../context.ts'
import { bases, people } from '../../people/tables.ts'

export type RecordToMerge = NamedRecord & { values: MergeValues; schoolName: string | null }

/** What a record says, as far as a merge chooses between two; undefined for nobody. */
export async function readRecord(ctx: WorkContext, personId: string): Promise<RecordToMerge | undefined> {
  const [found] = await ctx.tx
    .select({ person: people, schoolName: bases.name })
    .from(people)
    .leftJoin(bases, eq(bases.id, people.schoolId))
    .where(eq(people.id, personId))
  if (!found) return undefined
  const { person, schoolName } = found
  const { givenNames, familyName, dateOfBirth, formerFamilyName, sex, upn, nhsNumber, uln, externalId } =
    person
  const { knownAsGivenNames, knownAsFamilyName } = person
  const { addressLine, addressLine2, town, postcode, schoolId, inactiveSince, inactiveReason } = person
  const address = { addressLine, addressLine2, town, postcode }
  const identity = { givenNames, familyName, formerFamilyName, dateOfBirth, sex }
  const numbers = { upn, nhsNumber, uln, externalId }
  const knownAs = { knownAsGivenNames, knownAsFamilyName }
  const values = { ...identity, ...knownAs, ...numbers, ...address, schoolId, inactiveSince, inactiveReason }
  return { personId, givenNames, familyName, dateOfBirth, values, schoolName }
}
