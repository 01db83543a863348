import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { AuditCursor, AuditFilter } from '@send/shared/audit/audit-filter'
import { users } from '../../accounts/tables.ts'
import { asMoment } from '../../audit/canonical-event.ts'
import { auditEvents } from '../../audit/tables.ts'
import type { Transaction } from '../../database/client.ts'
import { people } from '../../people/tables.ts'

export type AuditLine = {
  id: string
  /** UTC to the microsecond. */
  at: string
  actor: { kind: string; userId: string | null; name: string | null; email: string | null }
  face: 'desktop' | 'citizen' | 'professional' | null
  address: string | null
  requestId: string | null
  action: string
  outcome: 'done' | 'refused'
  person: { personId: string; name: string } | null
  objectKind: string
  objectId: string
  reason: string | null
  details: Record<string, unknown>
}

/** Lines of the trail with the names of those concerned, the newest first, from a place on. */
export async function listAuditLines(
  tx: Transaction,
  filter: AuditFilter,
  page: { after: AuditCursor | null; limit: number },
): Promise<{ lines: AuditLine[]; next: AuditCursor | null }> {
  const rows = await tx
    .select({
      event: auditEvents,
      at: sql<string>`${asMoment(auditEvents.occurredAt)}`,
      actorName: users.name,
      actorEmail: users.email,
      givenNames: people.givenNames,
      familyName: people.familyName,
    })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorUserId))
    .leftJoin(people, eq(people.id, auditEvents.personId))
    .where(and(...conditionsOf(filter), page.after ? after(page.after) : undefined))
    .orderBy(desc(auditEvents.occurredAt), desc(auditEvents.id))
    .limit(page.limit + 1)
  const lines = rows.slice(0, page.limit).map(({ event, at, ...names }) => ({
    id: event.id,
    at,
    actor: {
      kind: event.actorKind,
      userId: event.actorUserId,
      name: names.actorName,
      email: names.actorEmail,
    },
    face: event.face,
    address: event.address,
    requestId: event.requestId,
    action: event.action,
    outcome: event.outcome,
    person: event.personId
      ? { personId: event.personId, name: `${names.givenNames ?? ''} ${names.familyName ?? ''}`.trim() }
      : null,
    objectKind: event.objectKind,
    objectId: event.objectId,
    reason: event.reason,
    details: event.details,
  }))
  const last = lines.at(-1)
  return { lines, next: last && rows.length > page.limit ? { at: last.at, id: last.id } : null }
}

/** Lines about a child, and lines of lists and searches in whose result the child was named. */
function about(personId: string): SQL {
  const { details } = auditEvents
  return sql`(${auditEvents.personId} = ${personId}
    or (${details} ? 'people' and ${details} -> 'people' ? ${personId}))`
}

function conditionsOf({ personId, actorUserId, action, outcome, from, to }: AuditFilter): SQL[] {
  const { occurredAt } = auditEvents
  return [
    ...(personId ? [about(personId)] : []),
    ...(actorUserId ? [eq(auditEvents.actorUserId, actorUserId)] : []),
    ...(action ? [eq(auditEvents.action, action)] : []),
    ...(outcome ? [eq(auditEvents.outcome, outcome)] : []),
    ...(from ? [sql`${occurredAt} >= ${from}::date::timestamp at time zone 'Europe/London'`] : []),
    ...(to ? [sql`${occurredAt} < (${to}::date + 1)::timestamp at time zone 'Europe/London'`] : []),
  ]
}

function after({ at, id }: AuditCursor): SQL {
  return sql`(${auditEvents.occurredAt}, ${auditEvents.id}) < (${at}::timestamptz, ${id}::uuid)`
}
