import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Who did what to whom; the application may add and read, never change or delete. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: uuid().primaryKey(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
    actorUserId: uuid('actor_user_id'),
    actorKind: text('actor_kind', {
      enum: ['staff', 'citizen', 'professional', 'public', 'system'],
    }).notNull(),
    face: text({ enum: ['desktop', 'citizen', 'professional'] }),
    address: text(),
    requestId: text('request_id'),
    action: text().notNull(),
    outcome: text({ enum: ['done', 'refused'] }).notNull(),
    personId: uuid('person_id'),
    objectKind: text('object_kind').notNull(),
    objectId: text('object_id').notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    index('audit_events_occurred_at').on(table.occurredAt),
    index('audit_events_person_id').on(table.personId),
    index('audit_events_actor_user_id').on(table.actorUserId),
  ],
)
