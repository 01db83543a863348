import { and, asc, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { Transaction } from '../database/client.ts'
import { auditEvents } from './tables.ts'

/**
 * Every column as text, in the order of the canonical form; a column that is missing here does not compile.
 * A later column is added at the end and may be null: nulls are left out of the form, so that older hashes hold.
 */
const columns = {
  id: asText(auditEvents.id),
  sequence: asText(auditEvents.sequence),
  transaction: asText(auditEvents.transaction),
  era: asText(auditEvents.era),
  occurredAt: asMoment(auditEvents.occurredAt),
  actorUserId: asText(auditEvents.actorUserId),
  actorKind: asText(auditEvents.actorKind),
  face: asText(auditEvents.face),
  address: asText(auditEvents.address),
  requestId: asText(auditEvents.requestId),
  action: asText(auditEvents.action),
  outcome: asText(auditEvents.outcome),
  personId: asText(auditEvents.personId),
  objectKind: asText(auditEvents.objectKind),
  objectId: asText(auditEvents.objectId),
  reason: asText(auditEvents.reason),
  details: asText(auditEvents.details),
} satisfies Record<keyof typeof auditEvents.$inferSelect, SQL>

export type CanonicalEvent = Record<keyof typeof columns, string | null>

type EventRange = {
  era: number
  /** Included. */
  fromTransaction: string
  /** Excluded. */
  toTransaction: string
}

const pageSize = 1000

/** The canonical form of one line: its columns that are not null, as JSON on a line of its own. */
export function canonicalLine(event: CanonicalEvent): string {
  const present = Object.keys(columns).flatMap((name) => {
    const value = event[name as keyof CanonicalEvent]
    return value === null ? [] : [[name, value] as const]
  })
  return `${JSON.stringify(Object.fromEntries(present))}\n`
}

/** The lines in the order of (era, transaction, sequence), a page at a time, of one range or of the whole trail. */
export async function* streamEvents(tx: Transaction, range?: EventRange): AsyncGenerator<CanonicalEvent> {
  const order = sql`(${auditEvents.era}, ${auditEvents.transaction}, ${auditEvents.sequence})`
  let after: SQL | undefined
  for (;;) {
    const page = await tx
      .select(columns)
      .from(auditEvents)
      .where(and(range && within(range), after))
      .orderBy(asc(auditEvents.era), asc(auditEvents.transaction), asc(auditEvents.sequence))
      .limit(pageSize)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    after = sql`${order} > (${last.era}::integer, ${last.transaction}::xid8, ${last.sequence}::bigint)`
  }
}

function within({ era, fromTransaction, toTransaction }: EventRange): SQL {
  const transaction = auditEvents.transaction
  return sql`${auditEvents.era} = ${era} and ${transaction} >= ${fromTransaction}::xid8
    and ${transaction} < ${toTransaction}::xid8`
}

function asText(column: AnyColumn): SQL<string | null> {
  return sql<string | null>`${column}::text`
}

/** To the microsecond, as PostgreSQL keeps it, whatever the time zone of the session. */
export function asMoment(column: AnyColumn): SQL<string | null> {
  return sql<string | null>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}
