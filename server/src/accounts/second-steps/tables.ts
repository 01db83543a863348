import { bigint, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { sessions, users } from '../tables.ts'

/** Ten codes for the day the phone is lost; only their SHA-256 (each carries 120 random bits), each counts once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    codeHash: text('code_hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (table) => [index('recovery_codes_user').on(table.userId)],
)

/** A passkey of a portal user: a public key, useless to whoever steals it. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Base64url, as browsers name it. */
    credentialId: text('credential_id').notNull().unique('passkeys_credential'),
    publicKey: text('public_key').notNull(),
    signCount: bigint('sign_count', { mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    name: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
  },
  (table) => [index('passkeys_user').on(table.userId)],
)

/** The one challenge that a session may answer with a passkey: five minutes, once. */
export const passkeyChallenges = pgTable('passkey_challenges', {
  sessionId: uuid('session_id')
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  purpose: text({ enum: ['register', 'verify'] }).notNull(),
  challenge: text().notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
})

/** Which second steps a kind of user may use; a kind without a row may use the house's own choice. */
export const secondStepPolicies = pgTable('second_step_policies', {
  kind: text({ enum: ['citizen', 'professional'] }).primaryKey(),
  methods: text({ enum: ['totp', 'emailCode', 'recoveryCode', 'passkey'] })
    .array()
    .notNull(),
  changedBy: uuid('changed_by')
    .notNull()
    .references(() => users.id),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
})

/**
 * Somebody who gave the right password has lost every second step and asks to set up a new one. The authority
 * decides; after an approval the owner is told and a waiting period runs, so that a thief is noticed.
 */
export const secondStepRecoveries = pgTable(
  'second_step_recoveries',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    state: text({ enum: ['waiting', 'approved', 'refused', 'used', 'cancelled'] }).notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    reason: text(),
    /** From when the approval counts, and until when. */
    opensAt: timestamp('opens_at', { withTimezone: true }),
    expiresAt: timestamp('expires_at', { withTimezone: true }),
  },
  (table) => [index('second_step_recoveries_user').on(table.userId)],
)
