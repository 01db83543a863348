import { count, min, sql } from 'drizzle-orm'
import type { Transaction } from '../database/client.ts'
import { findLastSeal } from './seal.ts'
import { auditEvents } from './tables.ts'

export type SealState = {
  lastSeal: { number: number; sealedAt: string } | null
  /** Lines that no seal covers yet. */
  waiting: number
  /** Of the oldest of them. */
  waitingSince: string | null
}

/** The last seal, and how many lines have waited for the next one, and since when. */
export async function readSealState(tx: Transaction): Promise<SealState> {
  const last = await findLastSeal(tx)
  const place = sql`(${auditEvents.era}, ${auditEvents.transaction})`
  const [row] = await tx
    .select({ waiting: count(), since: min(auditEvents.occurredAt) })
    .from(auditEvents)
    .where(last && sql`${place} >= (${last.era}::integer, ${last.toTransaction}::xid8)`)
  return {
    lastSeal: last ? { number: last.number, sealedAt: last.sealedAt } : null,
    waiting: row?.waiting ?? 0,
    waitingSince: row?.since?.toISOString() ?? null,
  }
}
