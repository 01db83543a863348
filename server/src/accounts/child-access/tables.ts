import { accessRelations, childScopes } from '@send/shared/accounts/child-access'
import { date, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '../organisations/tables.ts'
import { users } from '../tables.ts'

/**
 * That the authority has authenticated a portal user for a child: the only way to see anything about one. It
 * says nothing about how they sign in. Rows are ended, never deleted.
 */
export const childAccess = pgTable(
  'child_access',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** The foreign key to the people is in a migration, because they are to the right. */
    personId: uuid('person_id').notNull(),
    relation: text({ enum: accessRelations }).notNull(),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    scopes: text({ enum: childScopes }).array().notNull(),
    source: text({ enum: ['claim', 'officer', 'invitation'] }).notNull(),
    /** Why: the evidence seen, or the task of an outside expert. */
    reason: text().notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => users.id),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    endedBy: uuid('ended_by').references(() => users.id),
    endReason: text('end_reason'),
  },
  (table) => [
    index('child_access_user').on(table.userId, table.personId),
    index('child_access_person').on(table.personId),
  ],
)

/** "I am this child's parent": typed by a portal user, waits for one decision of the authority. */
export const childClaims = pgTable(
  'child_claims',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    relation: text({ enum: accessRelations }).notNull(),
    givenNames: text('given_names').notNull(),
    familyName: text('family_name').notNull(),
    dateOfBirth: date('date_of_birth', { mode: 'string' }).notNull(),
    /** What the person offers as evidence, in their own words. */
    evidence: text().notNull(),
    state: text({ enum: ['waiting', 'accepted', 'refused', 'withdrawn'] }).notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    reason: text(),
    childAccessId: uuid('child_access_id').references(() => childAccess.id),
  },
  (table) => [
    index('child_claims_state').on(table.state, table.askedAt),
    index('child_claims_user').on(table.userId),
  ],
)
