import { desc, sql, type Column, type SQL } from 'drizzle-orm'
import { verificationState, type VerificationState } from '@send/shared/accounts/professional-verification'
import type { Transaction } from '../../database/client.ts'
import { professionalVerifications } from './tables.ts'

export type NewestVerification = {
  state: VerificationState
  decisionId: string | null
  expiresAt: string | null
}

/** The newest decision about every professional who has one; of two at one moment the later id. */
export function newestVerifications(tx: Transaction) {
  const { userId, decidedAt, id } = professionalVerifications
  return tx
    .selectDistinctOn([userId])
    .from(professionalVerifications)
    .orderBy(userId, desc(decidedAt), desc(id))
    .as('newest_verification')
}

/** How a professional stands at a moment, by the newest decision or none. */
export function describeVerification(
  newest: typeof professionalVerifications.$inferSelect | null | undefined,
  now: Date,
): NewestVerification {
  if (!newest) return { state: 'unverified', decisionId: null, expiresAt: null }
  const { decision, id: decisionId } = newest
  const [decidedAt, expiresAt] = [newest.decidedAt.toISOString(), newest.expiresAt?.toISOString() ?? null]
  const state = verificationState([{ decision, decidedAt, expiresAt }], now.toISOString())
  return { state, decisionId, expiresAt }
}

/** The SQL of "is verified at a moment" of `verificationState`, for the user in a column. */
export function isVerified(userId: Column, now: Date): SQL<boolean> {
  const table = professionalVerifications
  return sql<boolean>`coalesce((
    select newest.decision = 'verified' and (newest.expires_at is null or newest.expires_at > ${now.toISOString()})
    from ${table} newest where newest.user_id = ${userId}
    order by newest.decided_at desc, newest.id desc limit 1), false)`
}
