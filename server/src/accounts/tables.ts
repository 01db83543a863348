import { citizenKinds } from '@send/shared/accounts/citizen-kinds'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'

const kinds = ['staff', 'citizen', 'professional'] as const
const faces = ['desktop', 'citizen', 'professional'] as const

/** One account per kind and e-mail address; the address is kept in lower case. */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey(),
    kind: text({ enum: kinds }).notNull(),
    email: text().notNull(),
    name: text().notNull(),
    language: text({ enum: ['en', 'cy'] })
      .notNull()
      .default('en'),
    passwordHash: text('password_hash').notNull(),
    /** Sealed with the master key; null until the first code from the app was right. */
    totpSecret: text('totp_secret'),
    totpPendingSecret: text('totp_pending_secret'),
    /** The last 30-second step whose code was accepted: a code counts once. */
    totpLastStep: bigint('totp_last_step', { mode: 'number' }),
    /** When a second step first succeeded; before that a half session may set one up. */
    secondStepSince: timestamp('second_step_since', { withTimezone: true }),
    noticeVersion: text('notice_version'),
    /** When the data-protection notice of that version was accepted. */
    noticeAcceptedAt: timestamp('notice_accepted_at', { withTimezone: true }),
    phone: text(),
    /** Who a citizen says they are; null until they have been asked. */
    citizenKind: text('citizen_kind', { enum: citizenKinds }),
    /** What a professional is, in their own words, such as SENCo. */
    jobTitle: text('job_title'),
    /** For 24 hours after a reset by e-mail the e-mail code is no second step: one mailbox must not be both. */
    passwordResetAt: timestamp('password_reset_at', { withTimezone: true }),
    disabled: boolean().notNull().default(false),
    /** When the owner closed the account; its sign-in is gone, its submissions stay. */
    closedAt: timestamp('closed_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    unique('users_kind_email').on(table.kind, table.email),
    check(
      'users_citizen_kind',
      sql`${table.citizenKind} is null or (${table.kind} = 'citizen' and ${table.citizenKind} in ('parentCarer', 'youngPerson'))`,
    ),
  ],
)

/** A session knows only the SHA-256 of its token and is valid on its own face alone. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    tokenHash: text('token_hash').notNull().unique('sessions_token_hash'),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    face: text({ enum: faces }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
    /** Null while only the password was given. */
    secondStepAt: timestamp('second_step_at', { withTimezone: true }),
    /** When the password was last asked for; changes of what guards the account need it to be recent. */
    reauthenticatedAt: timestamp('reauthenticated_at', { withTimezone: true }),
    /** What the owner recognises the device by, such as "Firefox on Windows"; never more of the user agent. */
    device: text(),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
  },
  (table) => [index('sessions_user_id').on(table.userId), index('sessions_expires_at').on(table.expiresAt)],
)

/** Links that let somebody open a portal account: 72 hours, once. */
export const registrations = pgTable(
  'registrations',
  {
    tokenHash: text('token_hash').primaryKey(),
    face: text({ enum: ['citizen', 'professional'] }).notNull(),
    email: text().notNull(),
    language: text({ enum: ['en', 'cy'] }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (table) => [index('registrations_email').on(table.email)],
)

/** The one e-mail code that counts for a user: 10 minutes, five tries. */
export const emailCodes = pgTable('email_codes', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  codeHash: text('code_hash').notNull(),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  triesLeft: integer('tries_left').notNull(),
})

/** When the guesses of the last minutes were evaluated, by account and by address (both hashed). */
export const throttles = pgTable('throttles', {
  key: text().primaryKey(),
  evaluatedAt: timestamp('evaluated_at', { withTimezone: true })
    .array()
    .notNull()
    .default(sql`'{}'`),
})

/**
 * Links that let somebody choose a new password: 24 hours, once. There is no foreign key to the users, of whom none
 * is ever deleted: for an unknown address a row for nobody is written, so that both addresses take the same work.
 */
export const passwordResets = pgTable(
  'password_resets',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: uuid('user_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (table) => [index('password_resets_user').on(table.userId)],
)

/** Links that confirm a new e-mail address at that address: 72 hours, once. */
export const emailChanges = pgTable(
  'email_changes',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (table) => [index('email_changes_user').on(table.userId)],
)
