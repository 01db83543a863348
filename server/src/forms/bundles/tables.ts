import type { FormDefinition } from '@send/shared/forms/form-definition'
import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'

/** The key with which this server signs what it exports; made once, its private half sealed with the master key. */
export const bundleKey = pgTable(
  'bundle_key',
  {
    id: integer().primaryKey(),
    /** 32 bytes in base64. */
    publicKey: text('public_key').notNull(),
    sealedPrivateKey: text('sealed_private_key').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [check('bundle_key_only_one', sql`${table.id} = 1`)],
)

/** Whose bundles are imported without asking again, by the fingerprint of their key. */
export const trustedSenders = pgTable('trusted_senders', {
  fingerprint: text().primaryKey(),
  publicKey: text('public_key').notNull(),
  /** What the sender called itself when it was trusted. */
  name: text().notNull(),
  trustedAt: timestamp('trusted_at', { withTimezone: true }).notNull(),
  trustedBy: uuid('trusted_by')
    .notNull()
    .references(() => users.id),
})

/** The form as the last bundle brought it: what the next bundle is compared with. */
export const importedBundles = pgTable('imported_bundles', {
  /** The form here, which need not be published. */
  formId: uuid('form_id').primaryKey(),
  /** The form in the sender's installation. */
  sourceFormId: uuid('source_form_id').notNull(),
  fingerprint: text().notNull(),
  definition: jsonb().$type<FormDefinition>().notNull(),
  exportedAt: timestamp('exported_at', { withTimezone: true }).notNull(),
  importedAt: timestamp('imported_at', { withTimezone: true }).notNull(),
  importedBy: uuid('imported_by')
    .notNull()
    .references(() => users.id),
})
