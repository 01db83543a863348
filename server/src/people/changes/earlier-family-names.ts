import { sql, type SQL } from 'drizzle-orm'
import { people } from '../tables.ts'

/**
 * The SQL of the family names that a person had before, out of the history of the record: only those that were right in
 * their time, and null where there are none. By one index look-up a person.
 */
export const earlierFamilyNames: SQL<string[] | null> = sql<string[] | null>`(
  select json_agg(distinct earlier.before ->> 'familyName') from person_changes as earlier
  where earlier.person_id = ${people.id} and earlier.unit = 'familyName' and earlier.kind = 'changed'
    and earlier.before ->> 'familyName' <> '')`
