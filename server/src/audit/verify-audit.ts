import { sql } from 'drizzle-orm'
import type { Database, Transaction } from '../database/client.ts'
import { streamEvents, type CanonicalEvent } from './canonical-event.ts'
import { createFileComparison } from './compare-seals-file.ts'
import { createEventsHash, hashSeal, noPreviousHash, streamSeals, type Seal } from './seal.ts'
import { readSealingState } from './sealing-state.ts'
import { findFileSize } from './seals-file.ts'

export type Verification = {
  seals: number
  sealedEvents: number
  /** When the newest sealed line was written, ISO; null when nothing is sealed. */
  newestSealedAt: string | null
  waitingEvents: number
  /** One sentence each; none when everything is as it was sealed. */
  problems: string[]
}

const mostProblems = 50

/**
 * Compares every line of the trail with the seals and the seals with the file outside the database, and tells
 * what was altered, removed, added or moved, and where. Reads one snapshot as a stream; writes nothing.
 */
export async function verifyAudit(database: Database, file: string): Promise<Verification> {
  // First the size, then the snapshot: a seal is committed before it stands in the file.
  const bytes = await findFileSize(file)
  return database.transaction(
    async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0`)
      return verify(tx, file, bytes)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

async function verify(tx: Transaction, file: string, bytes: number | undefined): Promise<Verification> {
  const problems: string[] = []
  const say = (sentence: string) => void (problems.length < mostProblems && problems.push(sentence))
  const { era, last } = await readSealingState(tx)
  const inFile = createFileComparison({ file, bytes, now: await readNow(tx), say })
  const events = createCursor(streamEvents(tx))
  const result = { seals: 0, sealedEvents: 0, newestSealedAt: null as string | null }
  let previous: Seal | undefined
  for await (const seal of streamSeals(tx)) {
    checkLink(seal, previous, say)
    await inFile.compare(seal)
    const hash = createEventsHash()
    for (;;) {
      const event = await events.peek()
      if (!event || place(event, seal) === 'after') break
      events.take()
      if (place(event, seal) === 'within') {
        hash.add(event)
        result.newestSealedAt = later(result.newestSealedAt, event.occurredAt)
      } else
        say(
          `${nameOf(event)} stands before seal ${seal.number} where no seal covers it: it was added or moved.`,
        )
    }
    const { count, eventsHash } = hash.finish()
    if (count !== seal.count)
      say(`Seal ${seal.number} (${rangeOf(seal)}) holds ${seal.count} lines, the trail has ${count} there.`)
    else if (eventsHash !== seal.eventsHash)
      say(`A line within seal ${seal.number} (${rangeOf(seal)}, ${count} lines) was altered or moved.`)
    result.seals += 1
    result.sealedEvents += count
    previous = seal
  }
  await inFile.finish(previous)
  const waitingEvents = await checkOpenEnd(tx, events, { era: Math.max(era, last?.era ?? 0), say })
  return { ...result, waitingEvents, problems }
}

function checkLink(seal: Seal, previous: Seal | undefined, say: (sentence: string) => void): void {
  const number = (previous?.number ?? 0) + 1
  if (seal.number !== number) say(`Before seal ${seal.number} the seals from ${number} on are missing.`)
  else if (seal.previousHash !== (previous?.hash ?? noPreviousHash))
    say(`Seal ${seal.number} does not follow from the seal before it.`)
  if (seal.hash !== hashSeal(seal)) say(`Seal ${seal.number} was altered: its own hash does not hold.`)
  const from = previous?.era === seal.era ? previous.toTransaction : '0'
  if (seal.number === number && seal.fromTransaction !== from)
    say(`Seal ${seal.number} begins at transaction ${seal.fromTransaction} instead of ${from}.`)
}

/** What lies after the last seal waits; it may neither belong to a closed era nor to a transaction to come. */
async function checkOpenEnd(
  tx: Transaction,
  events: Cursor<CanonicalEvent>,
  { era, say }: { era: number; say: (sentence: string) => void },
): Promise<number> {
  const [row] = await tx.execute<{ next: string }>(
    sql`select pg_snapshot_xmax(pg_current_snapshot())::text as next`,
  )
  const next = BigInt(row?.next ?? 0)
  let waiting = 0
  for (let event = await events.peek(); event; event = await events.peek()) {
    events.take()
    waiting += 1
    if (Number(event.era) < era) say(`${nameOf(event)} was added to the closed era ${event.era}.`)
    else if (Number(event.era) > era || BigInt(event.transaction ?? 0) >= next)
      say(`${nameOf(event)} names a transaction that has not happened yet.`)
  }
  return waiting
}

function place(event: CanonicalEvent, seal: Seal): 'before' | 'within' | 'after' {
  const [era, transaction] = [Number(event.era), BigInt(event.transaction ?? 0)]
  if (era !== seal.era) return era < seal.era ? 'before' : 'after'
  if (transaction < BigInt(seal.fromTransaction)) return 'before'
  return transaction < BigInt(seal.toTransaction) ? 'within' : 'after'
}

type Cursor<T> = { peek(): Promise<T | undefined>; take(): void }

function createCursor<T>(source: AsyncGenerator<T>): Cursor<T> {
  let held: { value: T | undefined } | undefined
  return {
    async peek() {
      if (!held) {
        const next = await source.next()
        held = { value: next.done ? undefined : next.value }
      }
      return held.value
    },
    take() {
      held = undefined
    },
  }
}

async function readNow(tx: Transaction): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select now()::text as now`)
  return new Date(row?.now ?? 0)
}

function later(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one
}

function nameOf(event: CanonicalEvent): string {
  return `Line ${event.id} (era ${event.era}, transaction ${event.transaction})`
}

function rangeOf(seal: Seal): string {
  return `era ${seal.era}, transactions ${seal.fromTransaction} to ${BigInt(seal.toTransaction) - 1n}`
}
