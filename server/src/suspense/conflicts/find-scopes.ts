import { sql } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { partOf } from '../../accounts/organisations/search-organisations.ts'

export type FoundScope = { urn: string; name: string }

const mostFound = 20

/** Schools and settings with a URN, on record or as organisations of the portal, by a part of the name or the URN; 20 at most. */
export async function findScopes(ctx: WorkContext, text: string): Promise<{ found: FoundScope[] }> {
  const rows = await ctx.tx.execute<FoundScope>(sql`
    select urn, min(name) as name from
      (select urn, name from bases union all select urn, name from organisations where closed_at is null) named
    where urn is not null and (name ilike ${partOf(text)} or urn = ${text})
    group by urn order by min(name), urn limit ${mostFound}`)
  return { found: [...rows] }
}
