import { mailKinds, mailStates } from '@send/shared/mail/mail-lifecycle'
import { mailFailures } from '@send/shared/mail/mail-failures'
import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What an e-mail can be about; that there is such a row is asked by whoever reads it. */
export const mailSubjects = ['submission', 'adviceRequest'] as const

/**
 * Every e-mail and what became of it. Its id is its message id, its reference at Notify, and the token of its return
 * address. Whoever acts may add a row; only staff and jobs read any, because it tells who was written to.
 */
export const mails = pgTable(
  'mails',
  {
    id: uuid().primaryKey(),
    kind: text({ enum: mailKinds }).notNull(),
    /**
     * Whose account it is for; null for somebody without one. No foreign key: it would be looked up for known addresses
     * alone, and how long an answer takes must not tell which are known.
     */
    userId: uuid('user_id'),
    /** Where it went, which may no longer be the address of the account. */
    address: text().notNull(),
    aboutKind: text('about_kind', { enum: mailSubjects }),
    aboutId: uuid('about_id'),
    state: text({ enum: mailStates }).notNull(),
    /** Why it did not arrive, or was not taken the last time; the words of a foreign server are not kept. */
    failure: text({ enum: mailFailures }),
    /** The code of that server, such as 5.1.1 or 550. */
    statusCode: text('status_code'),
    attempts: integer().notNull().default(0),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    triedAt: timestamp('tried_at', { withTimezone: true }),
    handedOverAt: timestamp('handed_over_at', { withTimezone: true }),
    /** When it was delivered, came back or was given up. */
    settledAt: timestamp('settled_at', { withTimezone: true }),
    /** The number under which GOV.UK Notify tells what became of it, and when it was last asked. */
    receipt: text(),
    askedAt: timestamp('asked_at', { withTimezone: true }),
    /** The whole message, sealed, where it may be sent once more. */
    sealed: text(),
    /** The e-mail of which this is the repeat. */
    againOf: uuid('again_of').unique('mails_again_of'),
    dealtWithAt: timestamp('dealt_with_at', { withTimezone: true }),
    dealtWithBy: uuid('dealt_with_by'),
    dealtWithNote: text('dealt_with_note'),
  },
  (table) => [
    index('mails_created_at').on(table.createdAt),
    index('mails_user').on(table.userId, table.createdAt),
    index('mails_about').on(table.aboutId),
    index('mails_failed')
      .on(table.settledAt)
      .where(sql`${table.state} in ('refused', 'givenUp')`),
    index('mails_to_ask')
      .on(table.askedAt)
      .where(sql`${table.state} = 'handedOver' and ${table.receipt} is not null`),
  ],
)
