import type { Question } from '@send/shared/forms/questions/question-types'
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import { forms } from '../tables.ts'

/** A question of the authority's bank: one identity under one code, whatever its revisions say. */
export const bankQuestions = pgTable('bank_questions', {
  id: uuid().primaryKey(),
  code: text().notNull().unique('bank_questions_code'),
  /** How a government return knows the question. */
  externalCode: text('external_code'),
  latestRevision: integer('latest_revision').notNull(),
  /** Grows with every change, so that nobody overwrites what a colleague saved. */
  rowVersion: integer('row_version').notNull(),
  /** Set when it is no longer offered; forms that use it go on. */
  retiredAt: timestamp('retired_at', { withTimezone: true }),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
  changedBy: uuid('changed_by')
    .notNull()
    .references(() => users.id),
})

/** What a question says; a frozen revision is never changed, which the database itself refuses. */
export const bankRevisions = pgTable(
  'bank_revisions',
  {
    questionId: uuid('question_id')
      .notNull()
      .references(() => bankQuestions.id),
    number: integer().notNull(),
    content: jsonb().$type<Question>().notNull(),
    /** When a form that uses it was first published; null as long as it may be changed. */
    frozenAt: timestamp('frozen_at', { withTimezone: true }),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    changedBy: uuid('changed_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.questionId, table.number] })],
)

/** Which published versions use which revision; written when they are published and never changed. */
export const bankUses = pgTable(
  'bank_uses',
  {
    formId: uuid('form_id')
      .notNull()
      .references(() => forms.id),
    version: integer().notNull(),
    questionId: uuid('question_id')
      .notNull()
      .references(() => bankQuestions.id),
    revision: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.formId, table.version, table.questionId, table.revision] }),
    index('bank_uses_question').on(table.questionId),
  ],
)
