import { bigint, index, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core'
import { people } from '../tables.ts'

/** By what a person is found who may be an incoming child; the keys are those of shared/suspense/matching. */
export const candidateKeys = pgTable(
  'candidate_keys',
  {
    key: bigint({ mode: 'number' }).notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (table) => [
    // Everything that a look-up reads stands in the index.
    primaryKey({ columns: [table.key, table.personId] }),
    index('candidate_keys_person').on(table.personId),
  ],
)

/** People whose keys are not made yet: a trigger on people notes them, whoever writes. */
export const unkeyedPeople = pgTable(
  'unkeyed_people',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('unkeyed_people_since').on(table.since)],
)
