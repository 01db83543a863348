import { gt } from 'drizzle-orm'
import type { Told } from '@send/shared/suspense/matching/match-record'
import type { Transaction } from '../../database/client.ts'
import { selectTold } from '../../people/select-told.ts'
import { people } from '../../people/tables.ts'

/** Somebody on record as the matcher compares them, under the name that the file of decisions gives them. */
export type KnownPerson = { name: string; told: Told; isInactive: boolean }

const pageSize = 5000

/** Everybody on record, read a page at a time; who has no external id is named by the record’s own. */
export async function loadPeople(tx: Transaction): Promise<KnownPerson[]> {
  const found: KnownPerson[] = []
  let after: string | undefined
  for (;;) {
    const page = await selectTold(tx, after === undefined ? undefined : gt(people.id, after), pageSize)
    for (const { personId, ...person } of page)
      found.push({ name: person.told.externalId ?? personId, ...person })
    after = page.at(-1)?.personId
    if (page.length < pageSize) return found
  }
}
