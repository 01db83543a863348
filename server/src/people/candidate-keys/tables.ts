import { index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { people } from '../tables.ts'

/** By what a person is found who may be an incoming child; the keys are those of shared/suspense/matching. */
export const candidateKeys = pgTable(
  'candidate_keys',
  {
    key: text().notNull(),
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

/** Names and postcodes that people have, each under what is left of it after a slip. Those of nobody any more do no harm. */
export const candidateTerms = pgTable(
  'candidate_terms',
  { key: text().notNull(), term: text().notNull() },
  (table) => [primaryKey({ columns: [table.key, table.term] })],
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
