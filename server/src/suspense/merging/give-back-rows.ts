import { and, eq, sql } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { mergedRows } from '../../people/merging/tables.ts'
import type { MergedPerson, Returning } from './find-returning.ts'
import { giveTo, keyOf, personOf, tableOf } from './hanging-sql.ts'
import { whatHangs } from './what-hangs.ts'

/** Gives every row back to the record that it was moved from, and writes those again that the merge took out. */
export async function giveBackRows(
  ctx: WorkContext,
  { personId, survivorId }: MergedPerson,
  returning: Returning,
): Promise<void> {
  for (const [hanging, keys] of returning)
    if (keys.size > 0)
      await ctx.tx.execute(sql`update ${tableOf(hanging)} set ${giveTo(hanging, personId)}
        where ${personOf(hanging)} = ${survivorId} and ${keyOf(hanging)} = any(${sql.param([...keys])}::text[])`)
  for (const hanging of whatHangs) {
    if (!hanging.once) continue
    const { table, column } = hanging
    const ofMerge = and(
      eq(mergedRows.personId, personId),
      eq(mergedRows.tableName, table),
      eq(mergedRows.columnName, column),
      eq(mergedRows.side, 'removed'),
    )
    await ctx.tx.execute(sql`insert into ${tableOf(hanging)}
      select whole.* from ${mergedRows} cross join lateral jsonb_populate_record(null::${tableOf(hanging)}, ${mergedRows.row}) as whole
      where ${ofMerge} on conflict do nothing`)
  }
}
