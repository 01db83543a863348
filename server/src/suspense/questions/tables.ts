import { withdrawalCauses } from '@send/shared/suspense/sender-question'
import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import { submissions } from '../../submissions/tables.ts'
import { incomingChildren } from '../tables.ts'

/** A question to whoever sent a child’s form, answered on that form; one at a time is open. None is ever deleted. */
export const senderQuestions = pgTable(
  'sender_questions',
  {
    id: uuid().primaryKey(),
    incomingChildId: uuid('incoming_child_id')
      .notNull()
      .references(() => incomingChildren.id),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    question: text().notNull(),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => users.id),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    answer: text(),
    answeredBy: uuid('answered_by').references(() => users.id),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    withdrawnFor: text('withdrawn_for', { enum: withdrawalCauses }),
    withdrawnBy: uuid('withdrawn_by').references(() => users.id),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (table) => [
    uniqueIndex('sender_questions_open')
      .on(table.incomingChildId)
      .where(sql`${table.answeredAt} is null and ${table.withdrawnAt} is null`),
    index('sender_questions_child').on(table.incomingChildId, table.askedAt),
    index('sender_questions_submission').on(table.submissionId, table.askedAt),
    check(
      'sender_questions_sound',
      sql`(${table.answer} is null) = (${table.answeredAt} is null) and (${table.answer} is null) = (${table.answeredBy} is null)
        and (${table.withdrawnFor} is null) = (${table.withdrawnAt} is null) and (${table.withdrawnFor} is null) = (${table.withdrawnBy} is null)
        and (${table.answeredAt} is null or ${table.withdrawnAt} is null)`,
    ),
  ],
)
