import { index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { bases, people } from '../tables.ts'

/**
 * Under which numbers schools’ systems know people; the number of the authority’s own system stands in `people`. The same
 * number of two schools means two children, and a number of one school means one person.
 */
export const personExternalIds = pgTable(
  'person_external_ids',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    baseId: uuid('base_id')
      .notNull()
      .references(() => bases.id),
    externalId: text('external_id').notNull(),
    /** The settled child that told the number, with a foreign key in the migration; the undo of its match takes the row back. */
    incomingChildId: uuid('incoming_child_id').notNull(),
    knownSince: timestamp('known_since', { withTimezone: true }).notNull(),
  },
  (table) => [
    unique('person_external_ids_number').on(table.baseId, table.externalId),
    index('person_external_ids_person').on(table.personId),
    index('person_external_ids_child').on(table.incomingChildId),
  ],
)
