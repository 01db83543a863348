import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { suspenseHolds } from './tables.ts'

/** Ends whatever hold there is on a child, because it waits no more. */
export async function endHold(ctx: ProcedureContext<Actor>, incomingChildId: string): Promise<void> {
  await ctx.tx.delete(suspenseHolds).where(eq(suspenseHolds.incomingChildId, incomingChildId))
}

/** Ends one’s own hold on a child, because one looks at another; where one has none nothing happens. */
export async function letGo(
  ctx: ProcedureContext<Actor>,
  { incomingChildId }: { incomingChildId: string },
): Promise<{ outcome: 'letGo' }> {
  const { userId, sessionId } = ctx.actor
  const ended = await ctx.tx
    .delete(suspenseHolds)
    .where(
      and(
        eq(suspenseHolds.incomingChildId, incomingChildId),
        eq(suspenseHolds.userId, userId),
        // Another window of the same officer may have it open.
        eq(suspenseHolds.sessionId, sessionId),
      ),
    )
    .returning({ incomingChildId: suspenseHolds.incomingChildId })
  if (ended.length > 0)
    await ctx.audit({ action: 'suspense.letGo', objectKind: 'incomingChild', objectId: incomingChildId })
  return { outcome: 'letGo' }
}
