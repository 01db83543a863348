import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import type { Transaction } from '../database/client.ts'
import { throttles } from './tables.ts'

const windowMs = 15 * 60_000
/** Evaluated tries in 15 minutes; an address may be a whole school or council behind one connection. */
export const triesAllowed = { account: 10, address: 60 } as const

export type Try = { allowed: true; left: number; at: Date } | { allowed: false; retryAfterSeconds: number }

/**
 * Takes one try for a key, or says when the next is free. The row stays locked until the transaction ends,
 * so guesses made at once are counted one after the other.
 */
export async function takeTry(tx: Transaction, clock: Clock, name: string, limit: number): Promise<Try> {
  const key = hashed(name)
  // Sent together and answered in this order.
  const [, [row]] = await Promise.all([
    tx.insert(throttles).values({ key }).onConflictDoNothing(),
    tx.select().from(throttles).where(eq(throttles.key, key)).for('update'),
  ])
  const now = clock.now()
  const recent = (row?.evaluatedAt ?? []).filter((at) => at.getTime() > now.getTime() - windowMs)
  const oldest = recent[recent.length - limit]
  if (oldest) {
    const waitMs = oldest.getTime() + windowMs - now.getTime()
    return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) }
  }
  await tx
    .update(throttles)
    .set({ evaluatedAt: [...recent, now] })
    .where(eq(throttles.key, key))
  return { allowed: true, left: limit - recent.length - 1, at: now }
}

/** Forgets the tries of an account after a right answer. */
export async function forgetTries(tx: Transaction, name: string): Promise<void> {
  await tx
    .update(throttles)
    .set({ evaluatedAt: [] })
    .where(eq(throttles.key, hashed(name)))
}

/** Gives the newest try back: right answers do not count against a shared address. */
export async function returnTry(tx: Transaction, name: string): Promise<void> {
  await tx
    .update(throttles)
    .set({ evaluatedAt: sql`trim_array(evaluated_at, 1)` })
    .where(eq(throttles.key, hashed(name)))
}

/** The table needs no e-mail addresses to count. */
function hashed(name: string): string {
  return createHash('sha256').update(name).digest('hex')
}
