import { helpEndReasons, helperRoles } from '@send/shared/submissions/form-helpers'
import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '../../accounts/organisations/tables.ts'
import { users } from '../../accounts/tables.ts'
import { submissions } from '../tables.ts'

/** An invitation to help with a form in progress and, once it is accepted, the access of whoever accepted it. */
export const formHelpers = pgTable(
  'form_helpers',
  {
    id: uuid().primaryKey(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    role: text({ enum: helperRoles }).notNull(),
    /** The pages that are open to the helper; null means all. */
    pageIds: text('page_ids').array(),
    /** The address that was invited, in lower case: the account that accepts must have it. */
    email: text().notNull(),
    /** Of a colleague: who was chosen, and the organisation to which both must belong. */
    colleagueUserId: uuid('colleague_user_id').references(() => users.id),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    tokenHash: text('token_hash').notNull().unique('form_helpers_token'),
    invitedAt: timestamp('invited_at', { withTimezone: true }).notNull(),
    /** Until when the invitation can be accepted; what came of it has no such end. */
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    userId: uuid('user_id').references(() => users.id),
    joinedAt: timestamp('joined_at', { withTimezone: true }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    endReason: text('end_reason', { enum: helpEndReasons }),
  },
  (table) => [
    index('form_helpers_submission').on(table.submissionId),
    uniqueIndex('form_helpers_user')
      .on(table.userId, table.submissionId)
      .where(sql`${table.endedAt} is null`),
  ],
)

/** What somebody said about a page of a form in progress; no part of what is sent, and deleted when it is. */
export const formComments = pgTable(
  'form_comments',
  {
    id: uuid().primaryKey(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    pageId: text('page_id').notNull(),
    authorUserId: uuid('author_user_id')
      .notNull()
      .references(() => users.id),
    words: text().notNull(),
    writtenAt: timestamp('written_at', { withTimezone: true }).notNull(),
    resolvedAt: timestamp('resolved_at', { withTimezone: true }),
    resolvedBy: uuid('resolved_by').references(() => users.id),
  },
  (table) => [index('form_comments_submission').on(table.submissionId)],
)

/** When somebody last had a page of a shared form open. */
export const pageVisits = pgTable(
  'page_visits',
  {
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    pageId: text('page_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.pageId, table.userId] })],
)
