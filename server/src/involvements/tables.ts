import { accessRights, accessSubjectKinds } from '@send/shared/accounts/access-list'
import { date, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
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

/** The access list of an involvement, a row a right; an involvement without rows is open to the process alone. */
export const involvementAccess = pgTable(
  'involvement_access',
  {
    involvementId: uuid('involvement_id')
      .notNull()
      .references(() => involvements.id),
    effect: text({ enum: ['allow', 'deny'] }).notNull(),
    subjectKind: text('subject_kind', { enum: accessSubjectKinds }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    right: text({ enum: accessRights }).notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.involvementId, table.right, table.effect, table.subjectKind, table.subjectId],
    }),
  ],
)
