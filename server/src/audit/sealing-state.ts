import { sql } from 'drizzle-orm'
import type { Transaction } from '../database/client.ts'
import { findLastSeal, type Seal } from './seal.ts'

// Any number will do, as long as every process that seals takes the same.
const sealingLock = 5_030_418

export type SealingState = {
  last: Seal | undefined
  /** What new lines carry. */
  era: number
  /** Below it every transaction has ended, and what was committed can be seen. */
  finishedBelow: string
  /** Transaction numbers start lower than what was sealed: the database was restored from a dump. */
  restored: boolean
}

/** Takes the turn to seal until the end of this transaction; false when another process has it. */
export async function tryToTakeTurn(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(${sealingLock}) as taken`,
  )
  return row?.taken === true
}

/** Waits for the turn to seal and keeps it until the end of this transaction. */
export async function takeTurn(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${sealingLock})`)
}

/** Where the chain stands. The default of the column `era` is the one place where the era is kept. */
export async function readSealingState(tx: Transaction): Promise<SealingState> {
  const last = await findLastSeal(tx)
  const [row] = await tx.execute<{ era: number; below: string }>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as below,
      (select pg_get_expr(adbin, adrelid)::integer from pg_attrdef
        join pg_attribute on attrelid = adrelid and attnum = adnum
        where adrelid = 'audit_events'::regclass and attname = 'era') as era`)
  if (!row) throw new Error('PostgreSQL told no snapshot.')
  const { era, below: finishedBelow } = row
  const restored = last?.era === era && BigInt(finishedBelow) < BigInt(last.toTransaction)
  return { last, era, finishedBelow, restored }
}
