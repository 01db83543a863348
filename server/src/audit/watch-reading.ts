import { and, eq, gt, sql } from 'drizzle-orm'
import { manyChildren } from '@send/shared/audit/many-children'
import { newId } from '@send/shared/values/ids'
import type { Transaction } from '../database/client.ts'
import { SendError } from '../errors.ts'
import type { AuditEvent } from './record-audit-event.ts'
import { auditAlerts, auditEvents } from './tables.ts'

const windowMs = manyChildren.windowMinutes * 60_000

/** Looking, as opposed to changing, begins with one of the verbs that promise it. */
const lookingVerbs = '\\.(get|list|search|open|find|show|view|explain|print|download|export)'
const looking = new RegExp(lookingVerbs)

/**
 * Counts, after a line about looking was written, the different children a member of staff looked at within the
 * hour: raises an alert once in that time, and throws too-many-tries when there are far too many. Changes
 * are not counted, because a batch rightly touches many children.
 */
export async function watchReading(
  tx: Transaction,
  { actorUserId, now, event }: { actorUserId: string; now: Date; event: AuditEvent },
): Promise<void> {
  if (!looking.test(event.action) || !(event.personId ?? event.details?.people)) return
  const since = new Date(now.getTime() - windowMs)
  const { opened, shown } = await countChildren(tx, actorUserId, since)
  const limits = manyChildren
  if (opened > limits.opened.throttleAt || shown > limits.shown.throttleAt) throw tooMany(opened, shown)
  if (opened >= limits.opened.alertAt || shown >= limits.shown.alertAt)
    await raiseOnce(tx, { actorUserId, now, since, children: Math.max(opened, shown) })
}

async function countChildren(
  tx: Transaction,
  actorUserId: string,
  since: Date,
): Promise<{ opened: number; shown: number }> {
  const within = and(
    eq(auditEvents.actorUserId, actorUserId),
    gt(auditEvents.occurredAt, since),
    eq(auditEvents.outcome, 'done'),
    sql`${auditEvents.action} ~ ${lookingVerbs}`,
  )
  const [row] = await tx.execute<{ opened: number; shown: number }>(sql`
    with looks as materialized (
      select ${auditEvents.personId} as person, ${auditEvents.details} -> 'people' as people
      from ${auditEvents} where ${within})
    select (select count(distinct person)::integer from looks) as opened,
      (select count(distinct shown)::integer from looks, jsonb_array_elements_text(people) as shown
        where jsonb_typeof(people) = 'array') as shown`)
  return row ?? { opened: 0, shown: 0 }
}

async function raiseOnce(
  tx: Transaction,
  alert: { actorUserId: string; now: Date; since: Date; children: number },
): Promise<void> {
  const { actorUserId, now, since, children } = alert
  if (await wasRaised(tx, actorUserId, since)) return
  // Of two looks at once one waits here, and sees the other's alert.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`alert:${actorUserId}`}, 0))`)
  if (await wasRaised(tx, actorUserId, since)) return
  const [kind, windowStart, raisedAt] = ['manyChildren' as const, since, now]
  await tx.insert(auditAlerts).values({ id: newId(), kind, actorUserId, children, windowStart, raisedAt })
}

async function wasRaised(tx: Transaction, actorUserId: string, since: Date): Promise<boolean> {
  const [raised] = await tx
    .select({ id: auditAlerts.id })
    .from(auditAlerts)
    .where(and(eq(auditAlerts.actorUserId, actorUserId), gt(auditAlerts.raisedAt, since)))
    .limit(1)
  return raised !== undefined
}

function tooMany(opened: number, shown: number): SendError {
  const number = Math.max(opened, shown) - 1
  return new SendError(
    'too-many-tries',
    `You have looked at ${number} different children within an hour, which is more than anybody’s work asks for. Wait a while, or talk to whoever looks after the audit.`,
  )
}
