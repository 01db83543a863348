import { bigint, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { refusedReasons } from '@send/shared/submissions/file-lifecycle'
import { blobs } from '../../files/tables.ts'
import { submissions } from '../tables.ts'

/**
 * A file on its way in parts. It is unfinished until its last part came; then it is settled with that part: attached
 * as a file of the form, or refused with a reason, and its parts are gone.
 */
export const uploads = pgTable(
  'uploads',
  {
    id: uuid().primaryKey(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    questionId: text('question_id').notNull(),
    name: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(), // bytes that were announced
    touchedAt: timestamp('touched_at', { withTimezone: true }).notNull(),
    settledAt: timestamp('settled_at', { withTimezone: true }),
    /** The file it became, which its sender may have removed since. */
    fileId: uuid('file_id'),
    refusal: text({ enum: refusedReasons }),
  },
  (table) => [
    index('uploads_submission').on(table.submissionId),
    index('uploads_touched').on(table.touchedAt),
  ],
)

/** The parts of unfinished uploads, counted from 0 without a gap, each encrypted with a key of its own. */
export const uploadParts = pgTable(
  'upload_parts',
  {
    uploadId: uuid('upload_id')
      .notNull()
      .references(() => uploads.id),
    number: integer().notNull(),
    blobId: uuid('blob_id')
      .notNull()
      .references(() => blobs.id)
      .unique('upload_parts_blob'),
  },
  (table) => [primaryKey({ columns: [table.uploadId, table.number] })],
)
