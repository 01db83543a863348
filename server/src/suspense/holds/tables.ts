import { pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sessions, users } from '../../accounts/tables.ts'
import { incomingChildren } from '../tables.ts'

/** Who looks at a waiting child just now, and so decides about it; the end of the session ends it. */
export const suspenseHolds = pgTable('suspense_holds', {
  incomingChildId: uuid('incoming_child_id')
    .primaryKey()
    .references(() => incomingChildren.id),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  sessionId: uuid('session_id')
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  since: timestamp({ withTimezone: true }).notNull(),
  lastSeenAt: timestamp('last_seen_at', { withTimezone: true }).notNull(),
})
