import { count, ne } from 'drizzle-orm'
import type { ProcedureContext } from '../context.ts'
import { incomingChildren } from './tables.ts'

/** How many incoming children wait to be settled: a number alone, so that asking often reads no record. */
export async function countWaiting(ctx: ProcedureContext): Promise<{ waiting: number }> {
  const [row] = await ctx.tx
    .select({ waiting: count() })
    .from(incomingChildren)
    .where(ne(incomingChildren.state, 'ready'))
  return { waiting: row?.waiting ?? 0 }
}
