import { createHash } from 'node:crypto'
import { asc, desc, gt, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../database/client.ts'
import { asMoment, canonicalLine, type CanonicalEvent } from './canonical-event.ts'
import { auditSeals } from './tables.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const TransactionNumber = z.string().regex(/^\d{1,20}$/)

/** A link of the chain, in the order of its canonical form; this is also a line of the file of seals. */
export const Seal = z.strictObject({
  number: z.int().min(1),
  era: z.int().min(1),
  fromTransaction: TransactionNumber,
  toTransaction: TransactionNumber,
  count: z.int().min(1),
  eventsHash: Hash,
  previousHash: Hash,
  /** UTC to the microsecond. */
  sealedAt: z.string(),
  hash: Hash,
})
export type Seal = z.infer<typeof Seal>

/** What the first seal names as the one before it. */
export const noPreviousHash = '0'.repeat(64)

const columns = {
  number: auditSeals.number,
  era: auditSeals.era,
  fromTransaction: sql<string>`${auditSeals.fromTransaction}::text`,
  toTransaction: sql<string>`${auditSeals.toTransaction}::text`,
  count: auditSeals.count,
  eventsHash: auditSeals.eventsHash,
  previousHash: auditSeals.previousHash,
  sealedAt: sql<string>`${asMoment(auditSeals.sealedAt)}`,
  hash: auditSeals.hash,
}

/** The hash of a seal over all its other fields. */
export function hashSeal(seal: Omit<Seal, 'hash'>): string {
  const { number, era, fromTransaction, toTransaction, count, eventsHash, previousHash, sealedAt } = seal
  const canonical = { number, era, fromTransaction, toTransaction, count, eventsHash, previousHash, sealedAt }
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex')
}

/** Hashes lines of the trail as they stream by. */
export function createEventsHash() {
  const hash = createHash('sha256')
  let count = 0
  return {
    add(event: CanonicalEvent): void {
      hash.update(canonicalLine(event))
      count += 1
    },
    finish: () => ({ count, eventsHash: hash.digest('hex') }),
  }
}

/** The newest seal, if there is one. */
export async function findLastSeal(tx: Transaction): Promise<Seal | undefined> {
  const [last] = await tx.select(columns).from(auditSeals).orderBy(desc(auditSeals.number)).limit(1)
  return last
}

/** The seals after a number in their order, a page at a time. */
export async function* streamSeals(tx: Transaction, afterNumber?: number): AsyncGenerator<Seal> {
  const pageSize = 1000
  let condition: SQL | undefined = afterNumber === undefined ? undefined : gt(auditSeals.number, afterNumber)
  for (;;) {
    const page = await tx
      .select(columns)
      .from(auditSeals)
      .where(condition)
      .orderBy(asc(auditSeals.number))
      .limit(pageSize)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    condition = gt(auditSeals.number, last.number)
  }
}

type SealContent = Pick<Seal, 'era' | 'fromTransaction' | 'toTransaction' | 'count' | 'eventsHash'>

/** Adds the seal that follows `last` to the chain. */
export async function insertSeal(
  tx: Transaction,
  last: Seal | undefined,
  now: Date,
  content: SealContent,
): Promise<Seal> {
  const open = {
    ...content,
    number: (last?.number ?? 0) + 1,
    previousHash: last?.hash ?? noPreviousHash,
    sealedAt: now.toISOString().replace('Z', '000Z'),
  }
  const seal = { ...open, hash: hashSeal(open) }
  await tx.insert(auditSeals).values({ ...seal, sealedAt: now })
  return seal
}
