import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import { matchingDecisions } from '../decisions/tables.ts'
import type { Candidate, IncomingChildDetails } from '../get-incoming-child.ts'

/** The child and its candidates as they were when somebody decided, before the match changed anything. */
export type ReviewedCase = Pick<IncomingChildDetails, 'child' | 'line'> & { candidates: Candidate[] }

/** Decisions that were drawn for a second officer, each with what that officer sees and says. */
export const secondReviews = pgTable(
  'second_reviews',
  {
    id: uuid().primaryKey(),
    decisionId: uuid('decision_id')
      .notNull()
      .references(() => matchingDecisions.id),
    shown: jsonb().$type<ReviewedCase>().notNull(),
    verdict: text({ enum: ['thisOne', 'none', 'cannotTell'] }),
    /** Without a foreign key, as those whom a decision names. */
    personId: uuid('person_id'),
    reviewedBy: uuid('reviewed_by').references(() => users.id),
    reviewedAt: timestamp('reviewed_at', { withTimezone: true }),
  },
  (table) => [
    unique('second_reviews_decision').on(table.decisionId),
    check(
      'second_reviews_sound',
      sql`(${table.verdict} is null) = (${table.reviewedBy} is null) and (${table.verdict} is null) = (${table.reviewedAt} is null) and (${table.verdict} is not distinct from 'thisOne') = (${table.personId} is not null)`,
    ),
    index('second_reviews_waiting')
      .on(table.id)
      .where(sql`${table.verdict} is null`),
  ],
)
