import type { FormDefinition } from '@send/shared/forms/form-definition'
import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'

/** A form of the authority, known by its code; what people fill in is one of its versions. */
export const forms = pgTable('forms', {
  id: uuid().primaryKey(),
  code: text().notNull().unique('forms_code'),
  /** Whether people may start it on the portal. */
  live: boolean().notNull(),
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
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
    publishedBy: uuid('published_by')
      .notNull()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.formId, table.number] })],
)
