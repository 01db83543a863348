import type { StoredModel } from '@send/shared/suspense/matching/stored-model'
import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/** What was estimated from the people on record, one row an estimate; none is ever changed. */
export const matchingModels = pgTable('matching_models', {
  version: integer().primaryKey(),
  estimatedAt: timestamp('estimated_at', { withTimezone: true }).notNull(),
  people: integer().notNull(),
  /** Incoming children out of whom m was estimated. */
  children: integer().notNull(),
  model: jsonb().$type<StoredModel>().notNull(),
})

/** How many people have a value, for the last two models; a value that one person has is left out, but for given names. */
export const valueCounts = pgTable(
  'matching_value_counts',
  {
    version: integer()
      .notNull()
      .references(() => matchingModels.version),
    field: text().notNull(),
    value: text().notNull(),
    people: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.field, table.value] })],
)
