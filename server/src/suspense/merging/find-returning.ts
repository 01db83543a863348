import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { mergedRows, type mergedPeople } from '../../people/merging/tables.ts'
import { conditionOf, keyOf, personOf, tableOf } from './hanging-sql.ts'
import { whatHangs, type Hanging } from './what-hangs.ts'

export type MergedPerson = typeof mergedPeople.$inferSelect
export type Returning = Map<Hanging, Set<string>>

/**
 * The rows that an unmerge gives back: those that were moved and still are where they were moved to, and what came of
 * them since, such as the entry of a form that was approved after the merge.
 */
export async function findReturning(ctx: WorkContext, merged: MergedPerson): Promise<Returning> {
  const returning: Returning = new Map()
  for (const hanging of whatHangs) {
    const condition = hanging.goesBack ?? 'true'
    const mergedAt = sql`${merged.mergedAt.toISOString()}::timestamptz`
    const keys =
      condition === 'never'
        ? []
        : await listKeys(ctx, merged, hanging, {
            where: sql`${conditionOf(condition, { $mergedAt: mergedAt })} and ${keyOf(hanging)} in (${logged(merged, hanging)})`,
          })
    returning.set(hanging, new Set(keys))
  }
  while (await addFollowing(ctx, merged, returning)) continue
  return returning
}

function logged({ personId }: MergedPerson, { table, column }: Hanging): SQL {
  const ofMerge = and(
    eq(mergedRows.personId, personId),
    eq(mergedRows.tableName, table),
    eq(mergedRows.columnName, column),
  )
  return sql`select ${mergedRows.key} from ${mergedRows} where ${ofMerge} and ${mergedRows.side} = 'moved'`
}

/** One round: whether anything was added that follows what goes back so far. */
async function addFollowing(ctx: WorkContext, merged: MergedPerson, returning: Returning): Promise<boolean> {
  let grown = false
  for (const [hanging, keys] of returning)
    for (const { table, where } of hanging.follows ?? []) {
      const parents = [...returning].flatMap(([parent, ids]) => (parent.table === table ? [...ids] : []))
      if (parents.length === 0) continue
      const condition = conditionOf(where, { $parents: sql`${sql.param(parents)}::uuid[]` })
      for (const key of await listKeys(ctx, merged, hanging, { where: condition })) {
        grown ||= !keys.has(key)
        keys.add(key)
      }
    }
  return grown
}

async function listKeys(
  ctx: WorkContext,
  { survivorId }: MergedPerson,
  hanging: Hanging,
  { where }: { where: SQL },
): Promise<string[]> {
  const rows = await ctx.tx.execute<{
    key: string
  }>(sql`select ${keyOf(hanging)} as key from ${tableOf(hanging)}
    where ${personOf(hanging)} = ${survivorId} and ${where}`)
  return rows.map(({ key }) => key)
}
