import { decisionKinds } from '@send/shared/suspense/judge-past'
import { suspenseSources } from '@send/shared/suspense/matching-settings'
import type { Judged } from '@send/shared/suspense/matching/automatic-from'
import {
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import { incomingChildren } from '../tables.ts'

/** A candidate as it was weighed when somebody decided, without what was compared. */
export type PastCandidate = Judged & { personId: string }

/**
 * What officers decided of incoming children, with the numbers that they saw, one row a decision: it is added to and read,
 * never changed. Of people there are ids alone, without foreign keys: they stay when a person goes.
 */
export const matchingDecisions = pgTable(
  'matching_decisions',
  {
    id: uuid().primaryKey(),
    incomingChildId: uuid('incoming_child_id')
      .notNull()
      .references(() => incomingChildren.id),
    source: text({ enum: suspenseSources }).notNull(),
    kind: text({ enum: decisionKinds }).notNull(),
    /** Whom the child was matched to, who was added for it, or who it is not. */
    personId: uuid('person_id'),
    modelVersion: integer('model_version'),
    candidates: jsonb().$type<PastCandidate[]>().notNull(),
    /** Of the first candidate; null when there was none. */
    bestPersonId: uuid('best_person_id'),
    bestProbability: doublePrecision('best_probability'),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => users.id),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
    /** The share that was reviewed then, and where from 0 to 1 the decision fell; null of those that nobody can review. */
    reviewedShare: smallint('reviewed_share'),
    draw: doublePrecision(),
  },
  (table) => [
    index('matching_decisions_decided').on(table.decidedAt),
    index('matching_decisions_child').on(table.incomingChildId),
  ],
)
