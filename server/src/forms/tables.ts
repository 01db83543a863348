import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { KeptCheck } from '@send/shared/forms/gate/accessibility-check'
import {
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'

/** A form of the authority, known by its code; what people fill in is one of its versions. */
export const forms = pgTable('forms', {
  id: uuid().primaryKey(),
  code: text().notNull().unique('forms_code'),
  /** Whether people may start it on the portal, between its dates where it has any. */
  live: boolean().notNull(),
  /** The first and the last day in London on which it may be started. */
  liveFrom: date('live_from', { mode: 'string' }),
  liveUntil: date('live_until', { mode: 'string' }),
  latestVersion: integer('latest_version').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

/** A published version; its row is never changed. */
export const formVersions = pgTable(
  'form_versions',
  {
    formId: uuid('form_id')
      .notNull()
      .references(() => forms.id),
    number: integer().notNull(),
    definition: jsonb().$type<FormDefinition>().notNull(),
    /** The day in London from which a version of an internal form is valid; null for forms of the portals. */
    effectiveFrom: date('effective_from', { mode: 'string' }),
    /** What the publisher's client stated of its accessibility; null where the server made the version itself. */
    accessibilityCheck: jsonb('accessibility_check').$type<KeptCheck>(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.formId, table.number] })],
)

/** A list of the authority’s own, from which questions let people choose; forms take its entries along when they are published. */
export const lookupTables = pgTable('lookup_tables', {
  id: uuid().primaryKey(),
  name: text().notNull().unique('lookup_tables_name'),
  rowVersion: integer('row_version').notNull().default(1),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
  changedBy: uuid('changed_by')
    .notNull()
    .references(() => users.id),
})

/** One entry of a look-up table. It is never deleted: answers keep its code, and it ends by its last day. */
export const lookupEntries = pgTable(
  'lookup_entries',
  {
    tableId: uuid('table_id')
      .notNull()
      .references(() => lookupTables.id),
    code: text().notNull(),
    /** Its place in the list, counted from 0. */
    place: integer().notNull(),
    descriptionEn: text('description_en').notNull(),
    descriptionCy: text('description_cy'),
    externalCode: text('external_code'),
    activeFrom: date('active_from'),
    activeTo: date('active_to'),
  },
  (table) => [primaryKey({ columns: [table.tableId, table.code] })],
)
