import { sql } from 'drizzle-orm'
import type { InactiveReason } from '@send/shared/people/inactive'
import { bases, people } from './tables.ts'

/** A person as lists and cards show one. */
export type PersonSummary = {
  personId: string
  givenNames: string
  familyName: string
  /** What they are called, where that is not what they are named. */
  knownAs: string | null
  dateOfBirth: string | null
  sex: 'female' | 'male' | null
  postcode: string | null
  upn: string | null
  schoolName: string | null
  /** Since when they are inactive, and why; null of everybody who is active. */
  inactiveSince: string | null
  inactiveReason: InactiveReason | null
}

/** A person as a search finds one. */
export type FoundPerson = PersonSummary & {
  /** A family name that they had, where they were found by that; null of all others. */
  formerly: string | null
}

/** The columns of a summary, for a query that joins `bases`. */
export const summaryColumns = {
  personId: people.id,
  givenNames: people.givenNames,
  familyName: people.familyName,
  knownAs: sql<
    string | null
  >`nullif(concat_ws(' ', ${people.knownAsGivenNames}, ${people.knownAsFamilyName}), '')`,
  dateOfBirth: people.dateOfBirth,
  sex: people.sex,
  postcode: people.postcode,
  upn: people.upn,
  schoolName: bases.name,
  inactiveSince: people.inactiveSince,
  inactiveReason: people.inactiveReason,
}
