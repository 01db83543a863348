import { readTold } from '@send/shared/people/person-columns'
import type { Identity } from '@send/shared/suspense/matching/identity'
import { foldRecord, type Told } from '@send/shared/suspense/matching/match-record'
import type { Child } from '@send/shared/suspense/matching/rank-candidates'
import type { IncomingChild } from './lock-for-decision.ts'

/** What is told of a child. */
export type ToldChild = Pick<
  IncomingChild,
  'givenNames' | 'familyName' | 'dateOfBirth' | 'sex' | 'upn' | 'postcode' | 'asWritten'
> &
  Partial<Pick<IncomingChild, 'parentContacts'>>

/** An incoming child as the matcher compares it. */
export function readChild({ asWritten, parentContacts = [], ...columns }: ToldChild): Child {
  const { givenNames, familyName, dateOfBirth, sex, upn, postcode } = columns
  // Of a line also what cannot be read is compared, letter by letter.
  const values: Told = asWritten
    ? readTold(asWritten)
    : { givenNames, familyName, dateOfBirth, sex, upn, postcode }
  const told = parentContacts.length > 0 ? { ...values, parentContacts } : values
  return { told, record: foldRecord(told) }
}

/** The identity of an incoming child, for a new record: what is not known is undefined. */
export function identityOf(row: Omit<ToldChild, 'asWritten' | 'parentContacts'>): Identity {
  return {
    givenNames: row.givenNames ?? undefined,
    familyName: row.familyName ?? undefined,
    dateOfBirth: row.dateOfBirth ?? undefined,
    sex: row.sex ?? undefined,
    upn: row.upn ?? undefined,
    postcode: row.postcode ?? undefined,
  }
}
