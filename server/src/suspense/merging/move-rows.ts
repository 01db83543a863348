import { sql } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { mergedRows } from '../../people/merging/tables.ts'
import { giveTo, keyOf, personOf, tableOf } from './hanging-sql.ts'
import { whatHangs, type Hanging } from './what-hangs.ts'

type Moving = { from: string; to: string }

/** Gives everything that hangs on one person to another, and writes down where each row stood. */
export async function moveRows(ctx: WorkContext, moving: Moving): Promise<void> {
  for (const hanging of whatHangs) await moveOne(ctx, hanging, moving)
}

async function moveOne(ctx: WorkContext, hanging: Hanging, { from, to }: Moving): Promise<void> {
  const { table, column, once } = hanging
  const [rows, person, key] = [tableOf(hanging), personOf(hanging), keyOf(hanging)]
  const write = sql`insert into ${mergedRows} (person_id, table_name, column_name, key, side, row)
    select ${from}::uuid, ${table}, ${column}, key`
  await ctx.tx.execute(sql`${write}, 'own', null from
    (select ${key} as key from ${rows} where ${person} = ${to}) as own`)
  if (once)
    await ctx.tx.execute(sql`with gone as (delete from ${rows} where ${person} = ${from}
        and ${key} in (select ${key} from ${rows} where ${person} = ${to})
        returning ${key} as key, to_jsonb(${rows}) as whole)
      ${write}, 'removed', whole from gone`)
  await ctx.tx.execute(sql`with moved as (update ${rows} set ${giveTo(hanging, to)} where ${person} = ${from}
      returning ${key} as key)
    ${write}, 'moved', null from moved`)
}
