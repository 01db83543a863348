import { sql } from 'drizzle-orm'
import { parentKinds, type RelationshipKind } from '@send/shared/people/family/relationships'
import type { WorkContext } from '../../context.ts'
import { people, relationships } from '../tables.ts'
import type { Neighbour } from './find-at-address.ts'

/** What somebody is to a person: by what is recorded, or because they have a parent, or another adult, in common. */
export type KinKind = RelationshipKind | 'child' | 'sibling' | 'sameCarer'

export type Kin = Neighbour & { kin: KinKind }

/**
 * Parents and carers, whoever has one in common, and those whose parent or carer the person is. What has ended makes nobody
 * kin: after an adoption, the children of the mother by birth are not brothers and sisters on record.
 */
export async function findKin(ctx: WorkContext, personId: string, limit: number): Promise<Kin[]> {
  const parents = sql.param([...parentKinds])
  const rows = await ctx.tx.execute<Kin>(sql`
    select people.id as "personId", given_names as "givenNames", family_name as "familyName",
      date_of_birth::text as "dateOfBirth", (array_agg(kin order by kin = 'sameCarer', kin))[1] as kin
    from (
      select carer_id as id, kind as kin from ${relationships} where child_id = ${personId} and ended_on is null
      union all select child_id, 'child' from ${relationships} where carer_id = ${personId} and ended_on is null
      union all select other.child_id,
          case when own.kind = any(${parents}) and other.kind = any(${parents}) then 'sibling' else 'sameCarer' end
        from ${relationships} own
        join ${relationships} other on other.carer_id = own.carer_id and other.child_id <> own.child_id
        where own.child_id = ${personId} and own.ended_on is null and other.ended_on is null
    ) as related
    join ${people} on people.id = related.id
    group by people.id order by people.date_of_birth desc nulls last, people.id limit ${limit}`)
  return [...rows]
}
