import { asc, eq, gt } from 'drizzle-orm'
import type { Told } from '@send/shared/suspense/matching/match-record'
import type { Transaction } from '../../database/client.ts'
import { bases, people } from '../../people/tables.ts'

/** Somebody on record as the matcher compares them, under the name that the file of decisions gives them. */
export type KnownPerson = { name: string; told: Told }

const pageSize = 5000

/** Everybody on record, read a page at a time; who has no external id is named by the record’s own. */
export async function loadPeople(tx: Transaction): Promise<KnownPerson[]> {
  const found: KnownPerson[] = []
  let after: string | undefined
  for (;;) {
    const page = await tx
      .select({ person: people, schoolUrn: bases.urn })
      .from(people)
      .leftJoin(bases, eq(bases.id, people.schoolId))
      .where(after === undefined ? undefined : gt(people.id, after))
      .orderBy(asc(people.id))
      .limit(pageSize)
    for (const { person, schoolUrn } of page) {
      const { externalId, givenNames, familyName, formerFamilyName, dateOfBirth, sex, upn } = person
      const { nhsNumber, addressLine, addressLine2, town, postcode } = person
      const names = { externalId, givenNames, familyName, formerFamilyName }
      const home = { addressLine1: addressLine, addressLine2, town, postcode }
      const told = { ...names, dateOfBirth, sex, upn, nhsNumber, ...home, schoolUrn }
      found.push({ name: externalId ?? person.id, told })
    }
    after = page.at(-1)?.person.id
    if (page.length < pageSize) return found
  }
}
