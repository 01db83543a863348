import { asc, inArray } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../context.ts'
import { chronologyAccess, chronologyEntries } from './tables.ts'

/**
 * Takes forms off the chronology on which they should never have stood, with their access lists. Whoever changes such a
 * list at the same time either comes first or finds the entry gone.
 */
export async function withdrawEntries(ctx: ProcedureContext<Actor>, submissionIds: string[]): Promise<void> {
  const entries = await ctx.tx
    .select({ id: chronologyEntries.id, personId: chronologyEntries.personId })
    .from(chronologyEntries)
    .where(inArray(chronologyEntries.submissionId, submissionIds))
    .orderBy(asc(chronologyEntries.id))
    .for('update')
  const ids = entries.map(({ id }) => id)
  await ctx.tx.delete(chronologyAccess).where(inArray(chronologyAccess.entryId, ids))
  await ctx.tx.delete(chronologyEntries).where(inArray(chronologyEntries.id, ids))
  for (const { id: objectId, personId } of entries) {
    await ctx.audit({ action: 'chronology.withdraw', objectKind: 'entry', objectId, personId })
  }
}
