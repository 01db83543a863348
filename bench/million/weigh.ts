import { readSex } from '@send/shared/suspense/matching/match-record'
import { newId } from '@send/shared/values/ids'
import { systemClock } from '@send/server/clock'
import { inTransactionAs, type Database } from '@send/server/database/client'
import { weighChildren, type Score } from '@send/server/suspense/weigh-children'
import type { Incoming } from './generate-incoming.ts'

/** Incoming children as the server keeps them. */
export function toRows(incoming: readonly Incoming[]) {
  return incoming.map(({ child }) => ({
    id: newId(),
    source: 'parent' as const,
    givenNames: child.given_names,
    familyName: child.family_name,
    dateOfBirth: child.date_of_birth,
    sex: readSex(child.sex) ?? null,
    upn: null,
    postcode: child.postcode,
    asWritten: null,
  }))
}

export type Rows = ReturnType<typeof toRows>

/** Weighs all in one transaction, as a job does, and hands each score on. */
export function weighAll(database: Database, rows: Rows, take: (score: Score) => void): Promise<void> {
  return inTransactionAs(database, { kind: 'system', userId: null }, async (tx) => {
    for await (const score of weighChildren({ tx, services: { database, clock: systemClock } }, rows))
      take(score)
  })
}
