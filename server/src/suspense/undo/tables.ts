import type { Exposure, TakenBack } from '@send/shared/suspense/undone-match'
import { accessRelations, childScopes } from '@send/shared/accounts/child-access'
import { importRules, type RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import { importableFields } from '@send/shared/suspense/conflicts/import-units'
import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import { people } from '../../people/tables.ts'
import { incomingChildren } from '../tables.ts'

/** The log of matches that were undone, ready for a breach report: it is added to and read, never changed. */
export const undoneMatches = pgTable(
  'undone_matches',
  {
    id: uuid().primaryKey(),
    incomingChildId: uuid('incoming_child_id')
      .notNull()
      .references(() => incomingChildren.id),
    /** Without a foreign key: a person who was there through the match alone is there no more. */
    personId: uuid('person_id').notNull(),
    undoneBy: uuid('undone_by')
      .notNull()
      .references(() => users.id),
    undoneAt: timestamp('undone_at', { withTimezone: true }).notNull(),
    reason: text().notNull(),
    exposure: jsonb().$type<Exposure>().notNull(),
    takenBack: jsonb('taken_back').$type<TakenBack>().notNull(),
  },
  (table) => [
    index('undone_matches_child').on(table.incomingChildId, table.undoneAt),
    index('undone_matches_person').on(table.personId),
    index('undone_matches_undone_at').on(table.undoneAt),
  ],
)

/**
 * Authentications that came of a match that was undone: the rows of `child_access` as they were, kept as evidence. Of
 * those whom they name nobody is locked by writing them, so there are no foreign keys to them.
 */
export const undoneAccess = pgTable(
  'undone_access',
  {
    id: uuid().primaryKey(),
    undoneMatchId: uuid('undone_match_id')
      .notNull()
      .references(() => undoneMatches.id),
    userId: uuid('user_id').notNull(),
    personId: uuid('person_id').notNull(),
    relation: text({ enum: accessRelations }).notNull(),
    organisationId: uuid('organisation_id'),
    scopes: text({ enum: childScopes }).array().notNull(),
    source: text({ enum: ['claim', 'officer', 'invitation'] }).notNull(),
    reason: text().notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    endedBy: uuid('ended_by'),
    endReason: text('end_reason'),
  },
  (table) => [index('undone_access_match').on(table.undoneMatchId)],
)

/** A value of a person that came from an incoming child, one row a change, so that an undo can put it back. */
export const importedValues = pgTable(
  'imported_values',
  {
    id: uuid().primaryKey(),
    incomingChildId: uuid('incoming_child_id')
      .notNull()
      .references(() => incomingChildren.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Of an address every part stands here, also those that did not change: it goes back whole. */
    field: text({ enum: importableFields }).notNull(),
    before: text(),
    imported: text(),
    /** Null of what a rule did: that is stamped with the rule, and whose it was. */
    importedBy: uuid('imported_by').references(() => users.id),
    rule: text({ enum: importRules }),
    ruleScope: text('rule_scope').$type<RuleScope>(),
    importedAt: timestamp('imported_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    check(
      'imported_values_stamp',
      sql`(${table.importedBy} is null) = (${table.rule} is not null) and (${table.rule} is null) = (${table.ruleScope} is null)`,
    ),
    index('imported_values_child').on(table.incomingChildId),
    index('imported_values_person').on(table.personId, table.field, table.importedAt),
  ],
)
