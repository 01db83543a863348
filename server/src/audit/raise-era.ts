import { desc, eq, sql } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import type { Database, Transaction } from '../database/client.ts'
import { streamEvents } from './canonical-event.ts'
import { recordAuditEvent } from './record-audit-event.ts'
import { createEventsHash, insertSeal, noPreviousHash, streamSeals, type Seal } from './seal.ts'
import { SealingRefused } from './sealing-refused.ts'
import { readSealingState, takeTurn, type SealingState } from './sealing-state.ts'
import { appendLines, readFileEnd } from './seals-file.ts'
import { auditEvents } from './tables.ts'

export type NewEra = { era: number; after: number; givenUp: number }

type Options = { ownerDatabase: Database; clock: Clock; file: string; reason: string }

/**
 * Starts a new era after a restore from a dump, as the database's owner: closes the old one with a seal over
 * what was still open, and records who gave up what. Throws SealingRefused when nothing asks for a new era.
 */
export async function raiseEra({ ownerDatabase, clock, file, reason }: Options): Promise<NewEra> {
  return ownerDatabase.transaction(async (tx) => {
    await takeTurn(tx)
    const before = await readSealingState(tx)
    const end = await readFileEnd(file)
    const givenUp = Math.max(0, (end?.number ?? 0) - (before.last?.number ?? 0))
    if (!before.restored && givenUp === 0)
      throw new SealingRefused(
        'Nothing asks for a new era: transactions are numbered above the last seal, and the file ends with it.',
      )
    const era = Math.max(before.era, end?.era ?? 0) + 1
    // Waits for those who write and holds them up for this moment, so that none writes into the closed era.
    await tx.execute(sql.raw(`alter table audit_events alter column era set default ${era}`))
    const after = before.last?.number ?? 0
    const closing = await closeEra(tx, before, clock.now())
    await record(tx, clock, { reason, details: { era, after, givenUp } })
    const missing: Seal[] = []
    for await (const seal of streamSeals(tx, end?.number ?? 0)) if (seal.number <= after) missing.push(seal)
    const hash = before.last?.hash ?? noPreviousHash
    const line = { newEra: era, after, hash, at: clock.now().toISOString() }
    // Before the commit: a file that cannot be written keeps the old era. A crash in between leaves the file
    // ahead of the table, or the numbers behind: either way this command is asked for again.
    await appendLines(file, [...missing, line, ...(closing ? [closing] : [])])
    return { era, after, givenUp }
  })
}

/** No transaction of the old numbering can still be running, so everything of it may be sealed. */
async function closeEra(tx: Transaction, { last, era }: SealingState, now: Date): Promise<Seal | undefined> {
  const [newest] = await tx
    .select({ transaction: sql<string>`${auditEvents.transaction}::text` })
    .from(auditEvents)
    .where(eq(auditEvents.era, era))
    .orderBy(desc(auditEvents.transaction))
    .limit(1)
  const fromTransaction = last?.era === era ? last.toTransaction : '0'
  if (!newest || BigInt(newest.transaction) < BigInt(fromTransaction)) return undefined
  const range = { era, fromTransaction, toTransaction: String(BigInt(newest.transaction) + 1n) }
  const hash = createEventsHash()
  for await (const event of streamEvents(tx, range)) hash.add(event)
  return insertSeal(tx, last, now, { ...range, ...hash.finish() })
}

async function record(
  tx: Transaction,
  clock: Clock,
  event: { reason: string; details: Record<string, number> },
): Promise<void> {
  const nobody = { actorUserId: null, face: null, address: null, requestId: null }
  const origin = { ...nobody, actorKind: 'system' as const, at: clock.now() }
  const object = { objectKind: 'era', objectId: String(event.details.era) }
  await recordAuditEvent(tx, origin, { action: 'audit.newEra', ...object, ...event })
}
