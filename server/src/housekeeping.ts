import { and, isNotNull, lt, or, sql } from 'drizzle-orm'
import { passkeyChallenges } from './accounts/second-steps/tables.ts'
import {
  emailChanges,
  emailCodes,
  passwordResets,
  registrations,
  sessions,
  throttles,
} from './accounts/tables.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database/client.ts'
import { draftPresence } from './forms/drafts/tables.ts'
import { idempotencyKeys } from './database/tables.ts'
import { jobRuns } from './jobs/tables.ts'
import { endOldMails } from './mail/end-old-mails.ts'

const dayMs = 86_400_000

/** Deletes what has lost its use: dead sessions, links and codes, old counters and answers kept for retries. */
export async function deleteExpired(database: Database, clock: Clock): Promise<void> {
  const ago = (days: number) => new Date(clock.now().getTime() - days * dayMs)
  const now = ago(0)
  await database.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.endsAt, now)))
  await database.delete(emailCodes).where(lt(emailCodes.expiresAt, now))
  await database.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, now))
  await database.delete(passwordResets).where(lt(passwordResets.expiresAt, ago(30)))
  await database.delete(emailChanges).where(lt(emailChanges.expiresAt, ago(30)))
  // A used or expired link still says so for a month.
  await database
    .delete(registrations)
    .where(
      or(
        lt(registrations.expiresAt, ago(30)),
        and(isNotNull(registrations.usedAt), lt(registrations.usedAt, ago(30))),
      ),
    )
  await database.delete(draftPresence).where(lt(draftPresence.seenAt, ago(1)))
  const lastTry = sql`coalesce(${throttles.evaluatedAt}[array_upper(${throttles.evaluatedAt}, 1)], '-infinity')`
  await database.delete(throttles).where(sql`${lastTry} < ${ago(1).toISOString()}`)
  // A laptop may have been away for two weeks when it repeats a request.
  await database.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, ago(30)))
  // Longer than any job is kept, so that a repeat is always recognised.
  await database.delete(jobRuns).where(lt(jobRuns.finishedAt, ago(30)))
  await endOldMails(database, clock)
}
