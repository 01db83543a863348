import { sql } from 'drizzle-orm'
import type { Database } from '../database/client.ts'

/** Every row of every table of ours as JSON, by table and primary key. */
export type WholeDatabase = Map<string, Map<string, Record<string, unknown>>>

/** Reads the whole database, past row-level security. */
export async function readWholeDatabase(owner: Database): Promise<WholeDatabase> {
  const tables = await owner.execute<{ name: string; keys: string[] }>(sql`
    select class.relname as name, array_agg(attribute.attname::text order by attribute.attnum) as keys
    from pg_class class
    join pg_index index on index.indrelid = class.oid and index.indisprimary
    join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum = any(index.indkey)
    where class.relkind = 'r' and class.relnamespace = 'public'::regnamespace
    group by class.relname order by class.relname`)
  const whole: WholeDatabase = new Map()
  for (const { name, keys } of tables) {
    const rows = await owner.execute<{ row: Record<string, unknown> }>(
      sql`select to_jsonb(whole) as row from ${sql.identifier(name)} whole`,
    )
    whole.set(name, new Map(rows.map(({ row }) => [JSON.stringify(keys.map((key) => row[key])), row])))
  }
  return whole
}

/** A table without a primary key would escape the comparison. */
export async function listTablesWithoutKey(owner: Database): Promise<string[]> {
  const rows = await owner.execute<{ name: string }>(sql`
    select relname as name from pg_class class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and not exists (select from pg_index where indrelid = class.oid and indisprimary)`)
  return rows.map(({ name }) => name)
}

export type Difference = { table: string; key: string; column: string; before: unknown; after: unknown }

/** What differs between two states, a line for each column; a row that is missing on one side differs in `*`. */
export function compareDatabases(before: WholeDatabase, after: WholeDatabase): Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((table) => {
    const [one, other] = [before.get(table) ?? new Map(), after.get(table) ?? new Map()]
    return [...new Set([...one.keys(), ...other.keys()])].flatMap((key: string) =>
      compareRows(one.get(key), other.get(key)).map((rest) => ({ table, key, ...rest })),
    )
  })
}

type Row = Record<string, unknown> | undefined

function compareRows(before: Row, after: Row): Omit<Difference, 'table' | 'key'>[] {
  if (!before || !after) return before === after ? [] : [{ column: '*', before, after }]
  return Object.keys(before).flatMap((column) =>
    JSON.stringify(before[column]) === JSON.stringify(after[column])
      ? []
      : [{ column, before: before[column], after: after[column] }],
  )
}
