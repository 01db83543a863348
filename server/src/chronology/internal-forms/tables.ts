import type { PersonFact } from '@send/shared/forms/conditions/operand'
import { internalFormStatuses } from '@send/shared/submissions/internal-form-lifecycle'
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import { jsonbValue } from '../../database/jsonb-value.ts'
import { forms } from '../../forms/tables.ts'
import { people } from '../../people/tables.ts'
import { formOrigins } from '../../submissions/tables.ts'
import { chronologyEntries } from '../tables.ts'

/** A form that staff fill in, on a person's chronology or for somebody who sent no form on a portal, pinned to the version that was current when it was begun. */
export const internalForms = pgTable(
  'internal_forms',
  {
    id: uuid().primaryKey(),
    formId: uuid('form_id')
      .notNull()
      .references(() => forms.id),
    formVersion: integer('form_version').notNull(),
    /** Null of a form that is entered for somebody else: who its child is, is settled after it was sent. */
    personId: uuid('person_id').references(() => people.id),
    /** Where such a form came from; null of a form of staff. */
    originId: uuid('origin_id')
      .references(() => formOrigins.id)
      .unique('internal_forms_origin'),
    status: text({ enum: internalFormStatuses }).notNull(),
    /** Grows with every change: of two who complete at once the later is told. */
    revision: integer().notNull(),
    startedBy: uuid('started_by')
      .notNull()
      .references(() => users.id),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    changedBy: uuid('changed_by')
      .notNull()
      .references(() => users.id),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    /** The entry that it will replace, and why. */
    amendsEntryId: uuid('amends_entry_id').references(() => chronologyEntries.id),
    reason: text(),
    /** Where it stands once it is completed. */
    entryId: uuid('entry_id')
      .references(() => chronologyEntries.id)
      .unique('internal_forms_entry'),
    /** What its conditions asked of the person on the day of completion: it is read with these for ever. */
    personFacts: jsonb('person_facts').$type<Partial<Record<PersonFact, string>>>(),
  },
  (table) => [
    check('internal_forms_about', sql`(${table.personId} is null) <> (${table.originId} is null)`),
    index('internal_forms_on_behalf')
      .on(table.startedAt)
      .where(sql`${table.status} = 'unfinished' and ${table.originId} is not null`),
    index('internal_forms_person').on(table.personId, table.status),
    index('internal_forms_started_by').on(table.startedBy, table.status),
    index('internal_forms_changed_by').on(table.changedBy, table.status),
    // A form on the chronology is being amended once at a time, and is replaced once.
    uniqueIndex('internal_forms_amends')
      .on(table.amendsEntryId)
      .where(sql`${table.status} <> 'discarded'`),
  ],
)

/** An answer of an unfinished form as typed. */
export const internalFormAnswers = pgTable(
  'internal_form_answers',
  {
    internalFormId: uuid('internal_form_id')
      .notNull()
      .references(() => internalForms.id),
    questionId: text('question_id').notNull(),
    value: jsonbValue().notNull(),
    /** The revision of the form with which it came. */
    revision: integer().notNull(),
    changedBy: uuid('changed_by')
      .notNull()
      .references(() => users.id),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    /** The window in which it was typed, and the number of its save: a late or repeated one changes nothing. */
    windowId: uuid('window_id').notNull(),
    saveNumber: integer('save_number').notNull(),
  },
  (table) => [primaryKey({ columns: [table.internalFormId, table.questionId] })],
)
