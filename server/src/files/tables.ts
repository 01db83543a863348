import { bigint, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Encrypted files; without its row (and so its key) a file on the disk can never be read again. */
export const blobs = pgTable('blobs', {
  id: uuid().primaryKey(),
  /** The file's own AES-256 key, sealed with the master key. */
  sealedKey: text('sealed_key').notNull(),
  size: bigint({ mode: 'number' }).notNull(), // bytes before encryption
  sha256: text().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})
