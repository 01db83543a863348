import { organisationKinds } from '@send/shared/accounts/organisations'
import { index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from '../tables.ts'

/** A school, NHS team, social-care team or service: it owns the caseload, not one of its people. */
export const organisations = pgTable('organisations', {
  id: uuid().primaryKey(),
  name: text().notNull().unique('organisations_name'),
  kind: text({ enum: organisationKinds }).notNull(),
  /** Of a school: its six-digit URN. */
  urn: text().unique('organisations_urn'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  closedAt: timestamp('closed_at', { withTimezone: true }),
})

/** Who belongs to an organisation; `asked` waits for a lead or the authority, `left` and `refused` stay as history. */
export const organisationMembers = pgTable(
  'organisation_members',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: text({ enum: ['member', 'lead'] }).notNull(),
    state: text({ enum: ['asked', 'active', 'refused', 'left'] }).notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    leftAt: timestamp('left_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.userId] }),
    index('organisation_members_user').on(table.userId),
  ],
)

/** An invitation by e-mail: 14 days, once; to join an organisation, or as an outside expert for one child and task. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid().primaryKey(),
    tokenHash: text('token_hash').notNull().unique('invitations_token'),
    email: text().notNull(),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    role: text({ enum: ['member', 'lead'] }),
    /** For an outside expert: the child, the task in words and the end of the access; the foreign key is in a migration. */
    personId: uuid('person_id'),
    task: text(),
    accessEndsAt: timestamp('access_ends_at', { withTimezone: true }),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => users.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedBy: uuid('used_by').references(() => users.id),
    usedAt: timestamp('used_at', { withTimezone: true }),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (table) => [
    index('invitations_organisation').on(table.organisationId),
    index('invitations_email').on(table.email),
  ],
)

/** What the authority decided about a professional; the newest row counts, until it expires. */
export const professionalVerifications = pgTable(
  'professional_verifications',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    decision: text({ enum: ['verified', 'refused', 'withdrawn'] }).notNull(),
    /** What was looked at, such as a professional register and its number. */
    evidence: text().notNull(),
    reason: text().notNull(),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => users.id),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }),
  },
  (table) => [index('professional_verifications_user').on(table.userId, table.decidedAt)],
)
