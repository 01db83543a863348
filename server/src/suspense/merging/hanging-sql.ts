import { sql, type SQL } from 'drizzle-orm'
import type { Hanging } from './what-hangs.ts'

/** The table of something that hangs on a person. */
export function tableOf({ table }: Hanging): SQL {
  return sql`${sql.identifier(table)}`
}

/** The column that says whose it is. */
export function personOf({ column }: Hanging): SQL {
  return sql`${sql.identifier(column)}`
}

/** What makes a row one of its own, as text. */
export function keyOf({ key }: Hanging): SQL {
  return sql`${sql.identifier(key)}::text`
}

/** Gives a row to somebody; versions grow along. */
export function giveTo(hanging: Hanging, personId: string): SQL {
  const grown = hanging.grows ? sql`, row_version = row_version + 1` : sql``
  return sql`${personOf(hanging)} = ${personId}${grown}`
}

/** A condition of the list, which is ours and no input, with what it asks for. */
export function conditionOf(words: string, parameters: Record<string, SQL>): SQL {
  const parts = words.split(/(\$\w+)/).map((part) => parameters[part] ?? sql.raw(part))
  return sql.join(parts, sql``)
}
