import { fileStates, scanRefusals } from '@send/shared/submissions/file-lifecycle'
import type { AnswerSource } from '@send/shared/submissions/offers/answer-source'
import type { NamedChild } from '@send/shared/submissions/offers/named-child'
import { submissionStatuses } from '@send/shared/submissions/submission-lifecycle'
import { originChannels } from '@send/shared/values/origin-channel'
import { sql } from 'drizzle-orm'
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisations } from '../accounts/organisations/tables.ts'
import { users } from '../accounts/tables.ts'
import { jsonbValue } from '../database/jsonb-value.ts'
import { blobs } from '../files/tables.ts'
import { forms } from '../forms/tables.ts'
import { people } from '../people/tables.ts'

/** Numbers of references; a number of a rolled-back submission is simply missing. */
export const submissionNumbers = pgSequence('submission_numbers', { startWith: 1001 })

/** Where a form came from that an officer enters for somebody: kept from the first answer on. */
export const formOrigins = pgTable('form_origins', {
  id: uuid().primaryKey(),
  channel: text({ enum: originChannels }).notNull(),
  receivedOn: date('received_on', { mode: 'string' }).notNull(),
  /** This and the next three are empty once the form is discarded. */
  fromName: text('from_name').notNull(),
  fromRelationship: text('from_relationship').notNull(),
  fromContact: text('from_contact').notNull(),
  /** Who signed, or agreed when it was said, and when; null until it is sent, and where nobody did. */
  signedBy: text('signed_by'),
  signedOn: date('signed_on', { mode: 'string' }),
})

/** One form filled in by one person, from the first answer to the chronology; pinned to its version. */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid().primaryKey(),
    ownerUserId: uuid('owner_user_id')
      .notNull()
      .references(() => users.id),
    /** Where it came from, if an officer entered it: then its owner is that officer, and it is nobody's on a portal. */
    originId: uuid('origin_id')
      .references(() => formOrigins.id)
      .unique('submissions_origin'),
    /** The organisation for whose request it was begun: its owner sees it as long as they work for it. */
    organisationId: uuid('organisation_id').references(() => organisations.id),
    formId: uuid('form_id')
      .notNull()
      .references(() => forms.id),
    formVersion: integer('form_version').notNull(),
    status: text({ enum: submissionStatuses }).notNull(),
    reference: text().unique('submissions_reference'),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
    /** The key of the request that sent it: its repeat gets the same receipt. */
    sendingKey: uuid('sending_key'),
    /** The day in London on which it was received: deadlines count from it. */
    receivedOn: date('received_on', { mode: 'string' }),
    /** The incoming child on which it hangs; the foreign key points to the right and is in a migration. */
    incomingChildId: uuid('incoming_child_id'),
    /** The person it is about, once the child is settled. */
    personId: uuid('person_id').references(() => people.id),
    handledBy: uuid('handled_by').references(() => users.id),
    handledAt: timestamp('handled_at', { withTimezone: true }),
    rowVersion: integer('row_version').notNull().default(1),
    /** When it was moved to another version of its form, after somebody published that. */
    movedAt: timestamp('moved_at', { withTimezone: true }),
    /** The pages whose questions changed by that, until their owner saves them. */
    pagesToReview: text('pages_to_review').array(),
    /** When its owner was last told that it will end; before the last change it says nothing. */
    remindedAt: timestamp('reminded_at', { withTimezone: true }),
    /** The last day that they were told then. */
    promisedUntil: date('promised_until', { mode: 'string' }),
    /** The child about whom the authority asked, as its request names them; null of other forms, and once it is sent. */
    askedChild: jsonb('asked_child').$type<NamedChild>(),
  },
  (table) => [
    index('submissions_owner').on(table.ownerUserId, table.changedAt),
    index('submissions_waiting')
      .on(table.submittedAt)
      .where(sql`${table.status} = 'received'`),
    index('submissions_in_progress')
      .on(table.formId, table.formVersion, table.id)
      .where(sql`${table.status} = 'inProgress'`),
    index('submissions_resting')
      .on(table.changedAt)
      .where(sql`${table.status} = 'inProgress'`),
    index('submissions_incoming_child').on(table.incomingChildId),
    index('submissions_person').on(table.personId),
  ],
)

/** For how long the authority keeps forms that nobody goes on with: one row, or none while the usual periods hold. */
export const keepingPeriods = pgTable('keeping_periods', {
  /** Always 1, so that there is one row at most. */
  id: integer().primaryKey(),
  keepDays: integer('keep_days').notNull(),
  remindDays: integer('remind_days').notNull(),
  changedBy: uuid('changed_by')
    .notNull()
    .references(() => users.id),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
})

/** An answer as typed; files are rows of their own. */
export const answers = pgTable(
  'answers',
  {
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    questionId: text('question_id').notNull(),
    value: jsonbValue().notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    /** The window that changed it last, and which of its saves that was. */
    windowId: uuid('window_id'),
    saveNumber: integer('save_number'),
    /** Who changed it last; null of what the owner typed before that was kept, and of what nobody answered yet. */
    changedBy: uuid('changed_by').references(() => users.id),
    /** Where it came from when somebody confirmed it; null of what was typed, also once it was changed. */
    confirmedFrom: jsonb('confirmed_from').$type<AnswerSource>(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.questionId] })],
)

/**
 * An answer that has no place in the version to which its form was moved: kept for its owner, and no part of what is
 * sent. `formVersion` is the version in which it was asked for.
 */
export const asideAnswers = pgTable(
  'aside_answers',
  {
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    questionId: text('question_id').notNull(),
    formVersion: integer('form_version').notNull(),
    value: jsonbValue().notNull(),
    asideAt: timestamp('aside_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.questionId, table.formVersion] })],
)

/** A file that belongs to an answer of a submission, or of an unfinished form of staff, in the state of its quarantine. */
export const submissionFiles = pgTable(
  'submission_files',
  {
    id: uuid().primaryKey(),
    submissionId: uuid('submission_id').references(() => submissions.id),
    /** The form of staff, until it is completed; the foreign key points to the right and is in a migration. */
    internalFormId: uuid('internal_form_id'),
    questionId: text('question_id').notNull(),
    /** Null once the file is refused: its bytes are gone, and its name and the reason stay. */
    blobId: uuid('blob_id').references(() => blobs.id),
    name: text().notNull(),
    /** What its sender says about it. */
    description: text(),
    mediaType: text('media_type').notNull(),
    size: bigint({ mode: 'number' }).notNull(), // bytes
    state: text({ enum: fileStates }).notNull(),
    /** Why the scanner refused it. */
    refusal: text({ enum: scanRefusals }),
    /** When the scanner gave its verdict. */
    checkedAt: timestamp('checked_at', { withTimezone: true }),
    /** When a job was last asked for that scans it; null of a file that waits for none. */
    scanAskedAt: timestamp('scan_asked_at', { withTimezone: true }),
    uploadedAt: timestamp('uploaded_at', { withTimezone: true }).notNull(),
    /** When its question went out of the form: it is kept for its owner, and no part of what is sent. */
    asideAt: timestamp('aside_at', { withTimezone: true }),
  },
  (table) => [
    index('submission_files_submission').on(table.submissionId),
    index('submission_files_internal_form').on(table.internalFormId),
    index('submission_files_blob').on(table.blobId),
    index('submission_files_unchecked')
      .on(table.scanAskedAt)
      .where(sql`${table.state} in ('checking', 'notScanned')`),
  ],
)
