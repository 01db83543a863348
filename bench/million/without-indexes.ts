import type postgres from 'postgres'

type Definition = { table: string; name: string; definition: string; constraint: boolean }

/** Runs `work` on tables without their indexes and keys, and makes them again: a table is filled faster so. */
export async function withoutIndexes(
  sql: postgres.Sql,
  tables: string[],
  work: () => Promise<void>,
): Promise<void> {
  const kept = await sql<Definition[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition, true as constraint
    from pg_constraint
    where (conrelid = any(${tables}::regclass[]) and contype in ('p', 'u', 'f'))
      or (confrelid = any(${tables}::regclass[]) and contype = 'f')
    order by contype = 'f', contype <> 'p'`
  const indexes = await sql<Definition[]>`
    select indrelid::regclass::text as table, indexrelid::regclass::text as name,
      pg_get_indexdef(indexrelid) as definition, false as constraint
    from pg_index where indrelid = any(${tables}::regclass[])
      and not exists (select from pg_constraint where conindid = indexrelid)`
  for (const { table, name } of kept.toReversed())
    await sql.unsafe(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`)
  await work()
  await sql`set maintenance_work_mem = '1GB'`
  for (const { table, name, definition } of kept)
    await sql.unsafe(`alter table ${table} add constraint ${name} ${definition}`)
  for (const { definition } of indexes) await sql.unsafe(definition)
}
