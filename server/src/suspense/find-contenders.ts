import { inArray, sql } from 'drizzle-orm'
import { foldRecord } from '@send/shared/suspense/matching/match-record'
import type { Child, Contender } from '@send/shared/suspense/matching/rank-candidates'
import { listChildKeys } from '@send/shared/suspense/matching/stored-keys'
import type { Transaction } from '../database/client.ts'
import { selectTold, type ToldPerson } from '../people/select-told.ts'
import { people } from '../people/tables.ts'

export type KnownContender = Contender & { personId: string }

/** Terms near to one of the child that are looked up, the nearest first. */
const mostNear = { given: 40, family: 40, postcode: 20 } as const
/** Of these many each, the pairs of given and family name. */
const mostPaired = 10
/** Terms that one key leads to; more share only a sound. */
const mostTermsAKey = 200
/**
 * People that one key leads to. A key that more people share says too little: two fields of 200, a whole postcode of
 * 100, and one field alone as in the index in memory.
 */
const mostSharing = { pair: 200, postcode: 100, single: 60 } as const
const mostContenders = 200

/** The people who may be a child, by look-ups in indexes of which each is bounded; in the order of their ids. */
export async function findContenders(tx: Transaction, child: Child): Promise<KnownContender[]> {
  const ids = await findIds(tx, child)
  if (ids.length === 0) return []
  const found = await selectTold(tx, inArray(people.id, ids), ids.length)
  return found.map(({ personId, told }, place) => ({ personId, place, told, record: foldRecord(told) }))
}

/** Others who live where a child or a person on record lives, by the postcodes; of one postcode a hundred. */
export async function findNeighbours(tx: Transaction, postcodes: string[]): Promise<ToldPerson[]> {
  if (postcodes.length === 0) return []
  const keys = postcodes.map((whole) => `p ${whole}`)
  const rows = await tx.execute<{ personId: string }>(sql`
    select hit.person_id as "personId" from unnest(${sql.param(keys)}::text[]) as asked (key)
    cross join lateral
      (select person_id from candidate_keys where candidate_keys.key = asked.key limit ${mostSharing.postcode}) as hit`)
  const ids = [...new Set(rows.map(({ personId }) => personId))]
  if (ids.length === 0) return []
  return selectTold(tx, inArray(people.id, ids), ids.length)
}

async function findIds(tx: Transaction, { told, record }: Child): Promise<string[]> {
  const { near, births, exact } = listChildKeys(record)
  const [kinds, nearKeys] = [near.map(({ kind }) => kind), near.map(({ key }) => key)]
  const nearPoints = near.map(({ points }) => points)
  const rows = await tx.execute<{ personId: string }>(sql`
    with near as materialized (
      select kind, term, row_number() over (partition by kind order by sum(points) desc, term) as place
      from unnest(${sql.param(kinds)}::text[], ${sql.param(nearKeys)}::text[], ${sql.param(nearPoints)}::int[])
        as asked (kind, key, points)
      cross join lateral
        (select term from candidate_terms where candidate_terms.key = asked.key limit ${mostTermsAKey}) as terms
      group by kind, term
    ), names as materialized (
      select kind, term, place from near
      where (kind = 'given' and place <= ${mostNear.given}) or (kind = 'family' and place <= ${mostNear.family})
    ), asked as materialized (
      select 'n ' || term || ' ' || birth as key, ${mostSharing.pair}::int as most
        from names cross join unnest(${sql.param(births)}::text[]) as birth
      union select 'nn ' || one.term || ' ' || other.term, ${mostSharing.pair}::int
        from names as one join names as other
          on one.kind <> other.kind and one.place <= ${mostPaired} and other.place <= ${mostPaired}
      union select 'n ' || term, ${mostSharing.single}::int from names
      union select 'p ' || term, ${mostSharing.postcode}::int
        from near where kind = 'postcode' and place <= ${mostNear.postcode}
      union select key, ${mostSharing.single}::int from unnest(${sql.param(exact)}::text[]) as key
    ), hits as (
      select hit.person_id, count(*) over (partition by asked.key) as sharing, asked.most
      from asked cross join lateral
        (select person_id from candidate_keys where candidate_keys.key = asked.key limit asked.most + 1) as hit
    ), found as (
      select person_id, count(*) as shared from hits where sharing <= most
      group by person_id order by shared desc, person_id limit ${mostContenders}
    )
    select person_id as "personId" from found
    union select id from people where external_id = ${told.externalId ?? null}`)
  return rows.map(({ personId }) => personId)
}
