import { eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { WorkContext } from '../../context.ts'
import { mergedPeople } from './tables.ts'

/** The record that stays of one that was merged into it; undefined where it was not. */
export async function findSurvivor(ctx: WorkContext, personId: string): Promise<string | undefined> {
  const [merged] = await ctx.tx
    .select({ survivorId: mergedPeople.survivorId })
    .from(mergedPeople)
    .where(eq(mergedPeople.personId, personId))
  return merged?.survivorId
}

/** The records that stay of those that were merged, by the id of the one that went; others are not among them. */
export async function listSurvivors(
  ctx: WorkContext,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await ctx.tx
    .select({ personId: mergedPeople.personId, survivorId: mergedPeople.survivorId })
    .from(mergedPeople)
    .where(inArray(mergedPeople.personId, [...personIds]))
  return new Map(rows.map(({ personId, survivorId }) => [personId, survivorId]))
}

/** The SQL of who a person is by now whose id was kept: the record that stays, or the same where it was not merged. */
export function isNow(kept: PgColumn): SQL<string | null> {
  // With its table: alone it would be the column of the inner query.
  const id = sql`${kept.table}.${sql.identifier(kept.name)}`
  return sql<string | null>`coalesce((select merged.survivor_id from ${mergedPeople} as merged
    where merged.person_id = ${id}), ${id})`
}
