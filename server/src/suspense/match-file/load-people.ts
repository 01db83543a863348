import { gt, sql } from 'drizzle-orm'
import type { ExternalId } from '@send/shared/suspense/matching/external-id'
import type { Told } from '@send/shared/suspense/matching/match-record'
import type { Transaction } from '../../database/client.ts'
import { selectTold } from '../../people/select-told.ts'
import { people } from '../../people/tables.ts'

/** Somebody on record as the matcher compares them, under the name that the file of decisions gives them. */
export type KnownPerson = { name: string; told: Told; isInactive: boolean }

const pageSize = 5000

/**
 * Everybody on record, read a page at a time, with the numbers of schools’ systems and of records that were merged into
 * theirs; who has no external id is named by the record’s own.
 */
export async function loadPeople(tx: Transaction): Promise<KnownPerson[]> {
  const found: KnownPerson[] = []
  const further = await listFurtherIds(tx)
  let after: string | undefined
  for (;;) {
    const page = await selectTold(tx, after === undefined ? undefined : gt(people.id, after), pageSize)
    for (const { personId, told, isInactive } of page) {
      const furtherIds = further.get(personId)
      const known = furtherIds ? { ...told, furtherIds } : told
      found.push({ name: told.externalId ?? personId, told: known, isInactive })
    }
    after = page.at(-1)?.personId
    if (page.length < pageSize) return found
  }
}

async function listFurtherIds(tx: Transaction): Promise<Map<string, ExternalId[]>> {
  const rows = await tx.execute<ExternalId & { personId: string }>(sql`
    select person_id as "personId", bases.urn as source, external_id as id
      from person_external_ids join bases on bases.id = base_id
    union all
    select survivor_id, null, external_id from merged_people where external_id is not null`)
  const byPerson = new Map<string, ExternalId[]>()
  for (const { personId, source, id } of rows) {
    const known = byPerson.get(personId)
    if (known) known.push({ source, id })
    else byPerson.set(personId, [{ source, id }])
  }
  return byPerson
}
