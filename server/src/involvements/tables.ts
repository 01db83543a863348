import { date, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import { people } from '../people/tables.ts'
import { submissions } from '../submissions/tables.ts'

/** The authority's work on one child: type, subject and the day on which it began. */
export const involvements = pgTable(
  'involvements',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    type: text({ enum: ['ehcNeedsAssessment'] }).notNull(),
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    openedFrom: uuid('opened_from')
      .notNull()
      .references(() => submissions.id)
      .unique('involvements_opened_from'),
    openedBy: uuid('opened_by')
      .notNull()
      .references(() => users.id),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('involvements_person').on(table.personId)],
)
