import { sql } from 'drizzle-orm'
import {
  bigint,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

/** A transaction's number in PostgreSQL, 64 bits, as decimal text. */
const transactionNumber = customType<{ data: string }>({ dataType: () => 'xid8' })

/** Who did what to whom; the application may add and read, never change or delete. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: uuid().primaryKey(),
    /** Order within a transaction; gaps mean nothing, because a rolled-back transaction leaves one. */
    sequence: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    /** The transaction that wrote the line: what lies below the oldest running one is complete and may be sealed. */
    transaction: transactionNumber()
      .notNull()
      .default(sql`pg_current_xact_id()`),
    /** Numbers of transactions start again when a database is restored from a dump: then the era is raised. */
    era: integer().notNull().default(1),
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
    /** Why, in the actor's words, where the action asks for it. */
    reason: text(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    index('audit_events_occurred_at').on(table.occurredAt),
    index('audit_events_person_id').on(table.personId),
    index('audit_events_actor_user_id').on(table.actorUserId, table.occurredAt),
    // Children who were named in a result: the answer to "who has seen this child".
    index('audit_events_people')
      .using('gin', sql`(${table.details} -> 'people')`)
      .where(sql`${table.details} ? 'people'`),
    index('audit_events_order').on(table.era, table.transaction, table.sequence),
  ],
)

/** A link of the chain: the lines of the finished transactions of a range, hashed together with the link before. */
export const auditSeals = pgTable('audit_seals', {
  number: integer().primaryKey(),
  era: integer().notNull(),
  /** Included. */
  fromTransaction: transactionNumber('from_transaction').notNull(),
  /** Excluded. */
  toTransaction: transactionNumber('to_transaction').notNull(),
  count: integer().notNull(),
  eventsHash: text('events_hash').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text().notNull(),
  sealedAt: timestamp('sealed_at', { withTimezone: true }).notNull(),
})

/** Somebody looked at unusually many children: for an auditor to see. */
export const auditAlerts = pgTable(
  'audit_alerts',
  {
    id: uuid().primaryKey(),
    kind: text({ enum: ['manyChildren'] }).notNull(),
    actorUserId: uuid('actor_user_id').notNull(),
    children: integer().notNull(),
    windowStart: timestamp('window_start', { withTimezone: true }).notNull(),
    raisedAt: timestamp('raised_at', { withTimezone: true }).notNull(),
    seenBy: uuid('seen_by'),
    seenAt: timestamp('seen_at', { withTimezone: true }),
  },
  (table) => [index('audit_alerts_raised').on(table.raisedAt)],
)
