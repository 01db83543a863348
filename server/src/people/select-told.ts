import { eq, type SQL } from 'drizzle-orm'
import type { Told } from '@send/shared/suspense/matching/match-record'
import type { Transaction } from '../database/client.ts'
import { earlierFamilyNames } from './changes/earlier-family-names.ts'
import { familyContacts, readContactCells } from './family/contacts/parent-contacts.ts'
import { bases, people } from './tables.ts'

/** Somebody on record as the matcher compares them. */
export type ToldPerson = { personId: string; told: Told; isInactive: boolean }

/** The people of a condition, in the order of their ids, as the matcher compares them. */
export async function selectTold(
  tx: Transaction,
  condition: SQL | undefined,
  limit: number,
): Promise<ToldPerson[]> {
  const rows = await tx
    .select({
      personId: people.id,
      externalId: people.externalId,
      givenNames: people.givenNames,
      familyName: people.familyName,
      formerFamilyName: people.formerFamilyName,
      knownAsGivenNames: people.knownAsGivenNames,
      knownAsFamilyName: people.knownAsFamilyName,
      earlierFamilyNames,
      dateOfBirth: people.dateOfBirth,
      sex: people.sex,
      upn: people.upn,
      nhsNumber: people.nhsNumber,
      addressLine1: people.addressLine,
      addressLine2: people.addressLine2,
      town: people.town,
      postcode: people.postcode,
      schoolUrn: bases.urn,
      contacts: familyContacts,
      inactiveSince: people.inactiveSince,
    })
    .from(people)
    .leftJoin(bases, eq(bases.id, people.schoolId))
    .where(condition)
    .orderBy(people.id)
    .limit(limit)
  return rows.map(({ personId, inactiveSince, contacts, ...told }) => ({
    personId,
    told: contacts ? { ...told, parentContacts: readContactCells(contacts) } : told,
    isInactive: inactiveSince !== null,
  }))
}
