import { count, inArray } from 'drizzle-orm'
import { waitingStates } from '@send/shared/suspense/suspense-lifecycle'
import type { ProcedureContext } from '../context.ts'
import { incomingChildren } from './tables.ts'

/** How many incoming children wait to be settled: a number alone, so that asking often reads no record. */
export async function countWaiting(ctx: ProcedureContext): Promise<{ waiting: number }> {
  const [row] = await ctx.tx
    .select({ waiting: count() })
    .from(incomingChildren)
    .where(inArray(incomingChildren.state, waitingStates))
  return { waiting: row?.waiting ?? 0 }
}
