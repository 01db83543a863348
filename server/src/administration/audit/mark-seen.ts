import { and, eq, isNull } from 'drizzle-orm'
import { auditAlerts } from '../../audit/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'

/** Records that the asker looked into an alert; who was first stays. Throws not-found. */
export async function markSeen(
  ctx: ProcedureContext<Actor>,
  alertId: string,
): Promise<{ outcome: 'seen' | 'alreadySeen' }> {
  const [alert] = await ctx.tx
    .select({ id: auditAlerts.id })
    .from(auditAlerts)
    .where(eq(auditAlerts.id, alertId))
  if (!alert) throw notFound()
  const [first] = await ctx.tx
    .update(auditAlerts)
    .set({ seenBy: ctx.actor.userId, seenAt: ctx.now() })
    .where(and(eq(auditAlerts.id, alertId), isNull(auditAlerts.seenAt)))
    .returning({ id: auditAlerts.id })
  await ctx.audit({ action: 'audit.markSeen', objectKind: 'alert', objectId: alertId })
  return { outcome: first ? 'seen' : 'alreadySeen' }
}
