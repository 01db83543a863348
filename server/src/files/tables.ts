import { bigint, boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../accounts/tables.ts'

/** Encrypted files; without its row (and so its key) a file on the disk can never be read again. */
export const blobs = pgTable('blobs', {
  id: uuid().primaryKey(),
  /** The file's own AES-256 key, sealed with the master key. */
  sealedKey: text('sealed_key').notNull(),
  size: bigint({ mode: 'number' }).notNull(), // bytes before encryption
  sha256: text().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

/** What the authority has settled about files: one row, or none while the usual settings hold. */
export const fileSettings = pgTable('file_settings', {
  /** Always 1, so that there is one row at most. */
  id: integer().primaryKey(),
  staffOpenUnscanned: boolean('staff_open_unscanned').notNull(),
  /** The largest file, and all files of a form together. */
  fileMegabytes: integer('file_megabytes').notNull(),
  formMegabytes: integer('form_megabytes').notNull(),
  changedBy: uuid('changed_by')
    .notNull()
    .references(() => users.id),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
})
