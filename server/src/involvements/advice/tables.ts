import { sql } from 'drizzle-orm'
import { date, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '../../accounts/organisations/tables.ts'
import { users } from '../../accounts/tables.ts'
import { forms } from '../../forms/tables.ts'
import { people } from '../../people/tables.ts'
import { submissions } from '../../submissions/tables.ts'

/**
 * That the authority asks an organisation for advice about a child. The row is also what lets the organisation see who
 * the child is: nothing else is shared with it, and nothing more once the row is withdrawn.
 */
export const adviceRequests = pgTable(
  'advice_requests',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** The professional whom the authority asks by name; without one, whoever of the organisation takes it. */
    namedUserId: uuid('named_user_id').references(() => users.id),
    formId: uuid('form_id')
      .notNull()
      .references(() => forms.id),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => users.id),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    /** The day in London from which the deadline counts. */
    askedOn: date('asked_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    note: text(),
    /** Who of the organisation works on it, and who handed it to them. */
    heldBy: uuid('held_by').references(() => users.id),
    handedBy: uuid('handed_by').references(() => users.id),
    /** The form that answers it; one that nobody goes on with is deleted, and then the request is as if not begun. */
    submissionId: uuid('submission_id')
      .references(() => submissions.id, { onDelete: 'set null' })
      .unique('advice_requests_submission'),
    notKnownAt: timestamp('not_known_at', { withTimezone: true }),
    notKnownBy: uuid('not_known_by').references(() => users.id),
    /** What was looked through before they said that they do not know the child. */
    whatChecked: text('what_checked'),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    withdrawnBy: uuid('withdrawn_by').references(() => users.id),
    withdrawReason: text('withdraw_reason'),
  },
  (table) => [
    index('advice_requests_person').on(table.personId, table.askedAt),
    index('advice_requests_organisation')
      .on(table.organisationId)
      .where(sql`${table.withdrawnAt} is null`),
  ],
)

/** Children whom somebody took off their own list; nobody else’s list changes, and it gives and takes no access. */
export const hiddenChildren = pgTable(
  'hidden_children',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    hiddenAt: timestamp('hidden_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.personId] })],
)
