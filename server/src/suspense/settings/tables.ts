import { suspenseSources } from '@send/shared/suspense/matching-settings'
import { doublePrecision, index, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'

/** What was settled for a source of incoming children, one row a change: it is added to and read, never changed. */
export const matchingSettings = pgTable(
  'matching_settings',
  {
    id: uuid().primaryKey(),
    source: text({ enum: suspenseSources }).notNull(),
    /** Null is never. */
    automaticFrom: doublePrecision('automatic_from'),
    /** Per cent of the decisions that a second officer reviews. */
    reviewedShare: smallint('reviewed_share').notNull(),
    /** By which those decisions are drawn; told to nobody, so that nobody foresees what is drawn. */
    seed: text().notNull(),
    setBy: uuid('set_by')
      .notNull()
      .references(() => users.id),
    setAt: timestamp('set_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('matching_settings_source').on(table.source, table.id)],
)
