import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What a repeatable request answered the first time, by its key; kept so that a retry changes nothing. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    key: uuid().primaryKey(),
    userId: uuid('user_id').notNull(),
    procedure: text().notNull(),
    inputHash: text('input_hash').notNull(),
    /** Null only while the first request is at work, in its own transaction. */
    result: jsonb().$type<{ value: unknown }>(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('idempotency_keys_created_at').on(table.createdAt)],
)
