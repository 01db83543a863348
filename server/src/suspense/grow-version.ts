import { eq } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import type { IncomingChild } from './lock-for-decision.ts'
import { incomingChildren } from './tables.ts'

/** Makes every decision on an earlier look at a locked child a conflict. */
export async function growVersion(
  ctx: WorkContext,
  child: Pick<IncomingChild, 'id' | 'rowVersion'>,
): Promise<void> {
  await ctx.tx
    .update(incomingChildren)
    .set({ rowVersion: child.rowVersion + 1 })
    .where(eq(incomingChildren.id, child.id))
}
