import { and, desc, eq } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import { auditEvents } from '../../audit/tables.ts'
import type { WorkContext } from '../../context.ts'

/** Somebody changed or removed the same since it was looked at: nothing was done. Null of what no person did. */
export type ChangedMeanwhile = {
  outcome: 'changedMeanwhile'
  by: string | null
  at: string | null
  isGone: boolean
}

/** By whom and when a row was written that is not as it was looked at. */
export async function tellChanged(
  ctx: WorkContext,
  { changedBy, changedAt }: { changedBy: string | null; changedAt: Date | null },
): Promise<ChangedMeanwhile> {
  const [user] = changedBy
    ? await ctx.tx.select({ name: users.name }).from(users).where(eq(users.id, changedBy))
    : []
  const at = changedAt?.toISOString() ?? null
  return { outcome: 'changedMeanwhile', by: user?.name ?? null, at, isGone: false }
}

type Removed = { personId: string; objectId: string; action: string }

/** By whom and when something was removed from the record of a person, as the trail has it; undefined of what never was there. */
export async function findRemoved(
  ctx: WorkContext,
  { personId, objectId, action }: Removed,
): Promise<ChangedMeanwhile | undefined> {
  const [line] = await ctx.tx
    .select({ by: users.name, at: auditEvents.occurredAt })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorUserId))
    .where(
      and(
        eq(auditEvents.personId, personId),
        eq(auditEvents.objectId, objectId),
        eq(auditEvents.action, action),
      ),
    )
    .orderBy(desc(auditEvents.occurredAt))
    .limit(1)
  return line && { outcome: 'changedMeanwhile', by: line.by, at: line.at.toISOString(), isGone: true }
}
