import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** Whether a text has a word in it, whatever its capitals: `position` and not LIKE, so that nothing that is typed means anything but itself. */
export function containsWord(column: SQLWrapper, word: string): SQL {
  return sql`position(lower(${word}) in lower(${column})) > 0`
}
