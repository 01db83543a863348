import type postgres from 'postgres'
import type { Incoming } from './generate-incoming.ts'

/**
 * The twenty people whose names have the most trigrams in common with a child’s. It runs as the owner, because
 * row-level security would keep an index from answering `%`.
 */
export async function findByTrigrams(sql: postgres.Sql, { child }: Incoming): Promise<string[]> {
  const name = `${child.given_names} ${child.family_name}`
  const rows = await sql<{ id: string }[]>`
    select id from people where (given_names || ' ' || family_name) % ${name}
    order by similarity(given_names || ' ' || family_name, ${name}) desc limit 20`
  return rows.map(({ id }) => id)
}
