import { desc, eq, gt, isNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { users } from '../../accounts/tables.ts'
import { auditAlerts } from '../../audit/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'

export type AuditAlert = {
  alertId: string
  kind: 'manyChildren'
  who: { userId: string; name: string; email: string }
  children: number
  windowStart: string
  raisedAt: string
  seen: { by: string; at: string } | null
}

const [mostListed, keptMs] = [100, 30 * 86_400_000]

/** The alerts that nobody has seen, and those of the last thirty days; the newest first, 100 at most. */
export async function listAlerts(ctx: ProcedureContext<Actor>): Promise<{ alerts: AuditAlert[] }> {
  const seenBy = alias(users, 'seen_by')
  const rows = await ctx.tx
    .select({ alert: auditAlerts, name: users.name, email: users.email, seenBy: seenBy.name })
    .from(auditAlerts)
    .innerJoin(users, eq(users.id, auditAlerts.actorUserId))
    .leftJoin(seenBy, eq(seenBy.id, auditAlerts.seenBy))
    .where(or(isNull(auditAlerts.seenAt), gt(auditAlerts.raisedAt, new Date(ctx.now().getTime() - keptMs))))
    .orderBy(desc(auditAlerts.raisedAt))
    .limit(mostListed)
  const details = { found: rows.length }
  await ctx.audit({ action: 'audit.alerts', objectKind: 'audit', objectId: 'alerts', details })
  const alerts = rows.map(({ alert, name, email, seenBy: by }) => ({
    alertId: alert.id,
    kind: alert.kind,
    who: { userId: alert.actorUserId, name, email },
    children: alert.children,
    windowStart: alert.windowStart.toISOString(),
    raisedAt: alert.raisedAt.toISOString(),
    seen: alert.seenAt ? { by: by ?? '', at: alert.seenAt.toISOString() } : null,
  }))
  return { alerts }
}
