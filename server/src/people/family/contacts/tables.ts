import { contactKinds } from '@send/shared/people/family/contacts'
import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../../accounts/tables.ts'
import { people } from '../../tables.ts'

/** How a person is, or was, reached. */
export const contacts = pgTable(
  'contacts',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text({ enum: contactKinds }).notNull(),
    /** As `readContact` keeps it. */
    value: text().notNull(),
    preferred: boolean().notNull(),
    /** The day from which it did not work any more; null of what does. */
    endedOn: date('ended_on', { mode: 'string' }),
    rowVersion: integer('row_version').notNull().default(1),
    /** Who said it last; null of what no officer wrote. */
    changedBy: uuid('changed_by').references(() => users.id),
    changedAt: timestamp('changed_at', { withTimezone: true }),
  },
  (table) => [
    index('contacts_person').on(table.personId),
    // As isSameContact compares: who else is reached so.
    index('contacts_value').on(sql`replace(${table.value}, ' ', '')`),
    check('contacts_preferred', sql`not (${table.preferred} and ${table.endedOn} is not null)`),
  ],
)
