import { discardReasons } from '@send/shared/suspense/discard'
import { suspenseSources } from '@send/shared/suspense/matching-settings'
import { suspenseStates } from '@send/shared/suspense/suspense-lifecycle'
import type { RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import type { PersonValues } from '@send/shared/people/person-columns'
import type { ParentContact } from '@send/shared/suspense/matching/parent-contacts'
import type { ScoredCandidate } from '@send/shared/suspense/scored-candidate'
import { sql } from 'drizzle-orm'
import {
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import { organisations } from '../accounts/organisations/tables.ts'
import { users } from '../accounts/tables.ts'
import { bases, people } from '../people/tables.ts'

/**
 * A child as one sender tells of it, one row a sender and child; it waits until an officer settles who it is. A portal user
 * sends it, or a file of a school’s system, of which each line is a child; or an officer enters a form, each with its own.
 */
export const incomingChildren = pgTable(
  'incoming_children',
  {
    id: uuid().primaryKey(),
    source: text({ enum: suspenseSources }).notNull(),
    /** Null of a line of a file, and of a form that an officer entered: no portal user sent them. */
    ownerUserId: uuid('owner_user_id').references(() => users.id),
    /** For which organisation a professional added the child from a list; each child once an organisation. */
    organisationId: uuid('organisation_id').references(() => organisations.id),
    /** Of a line, the school that it names. */
    baseId: uuid('base_id').references(() => bases.id),
    /** Folded names and date of birth, by which the same sender's next submission finds its child; of a line, all of it; of an entered form, its id. */
    childKey: text('child_key').notNull(),
    givenNames: text('given_names'),
    familyName: text('family_name'),
    dateOfBirth: date('date_of_birth', { mode: 'string' }),
    sex: text({ enum: ['female', 'male'] }),
    upn: text(),
    postcode: text(),
    /** How parents and carers are reached: by the account of the parent who sent a form, and as forms tell it. */
    parentContacts: jsonb('parent_contacts').$type<ParentContact[]>().notNull().default([]),
    /** The number of the child in the system that sent the line. */
    externalId: text('external_id'),
    /** A line as it was written; what of it can be read stands in the columns above. */
    asWritten: jsonb('as_written').$type<PersonValues>(),
    /** Of a line that another file corrected while the child waited: as it was written before, and when that was. */
    earlierLine: jsonb('earlier_line').$type<PersonValues>(),
    correctedAt: timestamp('corrected_at', { withTimezone: true }),
    /** Of a line that tells otherwise of a child that is handled already: that child. */
    correctsId: uuid('corrects_id').references((): AnyPgColumn => incomingChildren.id),
    /** What could not be read of a line. */
    flags: jsonb().$type<string[]>().notNull().default([]),
    state: text({ enum: suspenseStates }).notNull(),
    /** Null until the child is scored; then by which model, 0 for the one before any estimate. */
    scoredAt: timestamp('scored_at', { withTimezone: true }),
    modelVersion: integer('model_version'),
    /** Of the first candidate; null when there is none. */
    bestProbability: doublePrecision('best_probability'),
    /** Five at most, the best first. */
    candidates: jsonb().$type<ScoredCandidate[]>().notNull().default([]),
    waitingSince: timestamp('waiting_since', { withTimezone: true }).notNull(),
    personId: uuid('person_id').references(() => people.id),
    decision: text({ enum: ['matched', 'addedAsNew', 'discarded'] }),
    /** Of a child that was discarded; the words may be empty. */
    discardReason: text('discard_reason', { enum: discardReasons }),
    discardWords: text('discard_words'),
    /**
     * The state in which it waited, so that an undo puts it back; null while it waits, and of those settled before this
     * was kept. Who discarded a child, and when, stands where it stands of those who are settled.
     */
    settledFrom: text('settled_from', { enum: suspenseStates }),
    settledBy: uuid('settled_by').references(() => users.id),
    /** The school by whose rule the child was added as new; null where an officer settled it. */
    settledByRuleOf: text('settled_by_rule_of').$type<RuleScope>(),
    settledAt: timestamp('settled_at', { withTimezone: true }),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (table) => [
    unique('incoming_children_owner_child').on(table.ownerUserId, table.childKey),
    uniqueIndex('incoming_children_added')
      .on(table.organisationId, table.childKey)
      .where(sql`${table.organisationId} is not null`),
    uniqueIndex('incoming_children_line')
      .on(table.childKey)
      .where(sql`${table.ownerUserId} is null`),
    check(
      'incoming_children_sender',
      sql`(${table.ownerUserId} is null) = (${table.source} in ('school', 'onBehalf')) and (${table.asWritten} is not null) = (${table.source} = 'school')`,
    ),
    check(
      'incoming_children_discarded',
      sql`(${table.state} = 'discarded') = (${table.discardReason} is not null) and (${table.state} = 'discarded') = (${table.decision} is not distinct from 'discarded')`,
    ),
    check(
      'incoming_children_corrected',
      sql`(${table.earlierLine} is null) = (${table.correctedAt} is null) and (${table.source} = 'school' or (${table.earlierLine} is null and ${table.correctsId} is null))`,
    ),
    check(
      'incoming_children_settled_by',
      sql`${table.settledByRuleOf} is null or (${table.settledBy} is null and ${table.source} = 'school' and ${table.state} = 'ready' and ${table.decision} = 'addedAsNew')`,
    ),
    index('incoming_children_number')
      .on(table.baseId, table.externalId)
      .where(sql`${table.source} = 'school'`),
    index('incoming_children_waiting').on(table.state, table.waitingSince),
    index('incoming_children_person').on(table.personId),
  ],
)

/** People of whom an officer said that they are not the child; they are proposed for it no more. */
export const rejectedCandidates = pgTable(
  'rejected_candidates',
  {
    incomingChildId: uuid('incoming_child_id')
      .notNull()
      .references(() => incomingChildren.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    rejectedBy: uuid('rejected_by')
      .notNull()
      .references(() => users.id),
    rejectedAt: timestamp('rejected_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.incomingChildId, table.personId] }),
    index('rejected_candidates_person').on(table.personId),
  ],
)
