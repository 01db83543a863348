import { and, eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { readableBy } from '../readable-entries.ts'
import { chronologyEntries } from '../tables.ts'

/** Puts into the audit trail that somebody prints an entry: what is on paper, nobody can call back. */
export async function recordPrint(
  ctx: ProcedureContext<Actor>,
  entryId: string,
): Promise<{ outcome: 'recorded' }> {
  const [entry] = await ctx.tx
    .select({ personId: chronologyEntries.personId })
    .from(chronologyEntries)
    .where(and(eq(chronologyEntries.id, entryId), readableBy(ctx.actor)))
  if (!entry) throw notFound()
  const { personId } = entry
  await ctx.audit({ action: 'internalForms.recordPrint', objectKind: 'entry', objectId: entryId, personId })
  return { outcome: 'recorded' }
}
