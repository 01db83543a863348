import type { FormDefinition } from '@send/shared/forms/form-definition'
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'

/** A push that was accepted: a repeat of it is known by its id, and a different one under the same id by its hash. */
export type SeenOperation = { id: string; hash: string; revision: number }

/** The one draft of a form that officers share; each of them works on a copy of their own. */
export const definitionDrafts = pgTable('definition_drafts', {
  formId: uuid('form_id').primaryKey(),
  /** Grows with every change, closing included. */
  revision: integer().notNull(),
  definition: jsonb().$type<FormDefinition>().notNull(),
  /** The published version that it was made from; null for a new form. */
  baseVersion: integer('base_version'),
  changedBy: uuid('changed_by')
    .notNull()
    .references(() => users.id),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
  /** Why the draft is no longer worked on; null while it is. A later push opens it again. */
  closed: text().$type<'removed' | 'published'>(),
  /** The last pushes that were accepted, newest first. */
  operations: jsonb().$type<SeenOperation[]>().notNull(),
})

/** Who has a draft open; a row that is not renewed counts for nothing after some seconds. */
export const draftPresence = pgTable(
  'draft_presence',
  {
    formId: uuid('form_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.formId, table.userId] }),
    index('draft_presence_seen_at').on(table.seenAt),
  ],
)
