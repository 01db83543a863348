import { and, eq, gt, ne, type SQL } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { suspenseHolds } from './tables.ts'

/** Milliseconds after which a hold that nobody renews is over. */
const lapsesAfter = 10 * 60_000

/** Who looks at a child, and since when. */
export type Holder = { by: string; since: string }

/** The SQL of "this hold still counts". */
export function isStillHeld(now: Date): SQL {
  return gt(suspenseHolds.lastSeenAt, new Date(now.getTime() - lapsesAfter))
}

/** The colleague who looks at a child; undefined where that is nobody, or the asker. */
export async function findOtherHolder(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
): Promise<Holder | undefined> {
  const [held] = await ctx.tx
    .select({ by: users.name, since: suspenseHolds.since })
    .from(suspenseHolds)
    .innerJoin(users, eq(users.id, suspenseHolds.userId))
    .where(
      and(
        eq(suspenseHolds.incomingChildId, incomingChildId),
        ne(suspenseHolds.userId, ctx.actor.userId),
        isStillHeld(ctx.now()),
      ),
    )
  return held && { by: held.by, since: held.since.toISOString() }
}
