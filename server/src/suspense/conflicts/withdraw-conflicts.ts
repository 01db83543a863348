import { asc, eq } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { importConflicts } from './tables.ts'

/** What has become of each conflict of a child, so that an undo on a look from before is noticed. */
export async function listDecided(ctx: WorkContext, incomingChildId: string): Promise<string[]> {
  const rows = await ctx.tx
    .select({ unit: importConflicts.unit, state: importConflicts.state })
    .from(importConflicts)
    .where(eq(importConflicts.incomingChildId, incomingChildId))
    .orderBy(asc(importConflicts.id))
  return rows.map(({ unit, state }) => `${unit} ${state}`)
}

/** Takes the conflicts of a match that is undone away, decided ones too: another match makes its own. */
export async function withdrawConflicts(ctx: WorkContext, incomingChildId: string): Promise<void> {
  await ctx.tx.delete(importConflicts).where(eq(importConflicts.incomingChildId, incomingChildId))
}
