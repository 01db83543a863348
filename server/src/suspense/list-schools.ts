import { sql } from 'drizzle-orm'
import { waitingStates } from '@send/shared/suspense/suspense-lifecycle'
import { organisations } from '../accounts/organisations/tables.ts'
import type { ProcedureContext } from '../context.ts'
import { bases } from '../people/tables.ts'
import { incomingChildren } from './tables.ts'

/** A school or setting of whom children wait: by a line of its file, or by a list that it added. */
export type WaitingSchool = { schoolId: string; name: string }

const mostListed = 1000

/** The same by name; a school that is on record and in the portal is one, by its URN. */
export async function listSchools(ctx: ProcedureContext): Promise<WaitingSchool[]> {
  const rows = await ctx.tx.execute<WaitingSchool>(sql`
    with senders as (
      select base_id, organisation_id from ${incomingChildren}
      where state = any(${sql.param(waitingStates)}::text[]) and (base_id is not null or organisation_id is not null)
      group by 1, 2
    )
    select distinct coalesce(known.id, base.id, own.id) as "schoolId", coalesce(known.name, base.name, own.name) as name
    from senders
    left join ${bases} base on base.id = senders.base_id
    left join ${organisations} own on own.id = senders.organisation_id
    left join ${bases} known on known.urn = own.urn
    order by name, "schoolId" limit ${mostListed}`)
  return [...rows]
}
