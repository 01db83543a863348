import { accessRights, accessSubjectKinds } from '@send/shared/accounts/access-list'
import { date, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'
import { people } from '../people/tables.ts'
import { submissions } from '../submissions/tables.ts'

/** What happened in a person's case, one row a thing. */
export const chronologyEntries = pgTable(
  'chronology_entries',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text({ enum: ['form'] }).notNull(),
    title: text().notNull(),
    reference: text().notNull(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id)
      .unique('chronology_entries_submission'),
    occurredOn: date('occurred_on', { mode: 'string' }).notNull(),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [index('chronology_entries_person').on(table.personId, table.occurredOn)],
)

/** The access list of an entry, a row a right, so that lists are filtered where they are read. */
export const chronologyAccess = pgTable(
  'chronology_access',
  {
    entryId: uuid('entry_id')
      .notNull()
      .references(() => chronologyEntries.id),
    effect: text({ enum: ['allow', 'deny'] }).notNull(),
    subjectKind: text('subject_kind', { enum: accessSubjectKinds }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    right: text({ enum: accessRights }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.right, table.effect, table.subjectKind, table.subjectId] }),
  ],
)
