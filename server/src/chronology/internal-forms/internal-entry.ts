import { and, eq, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { covers } from '@send/shared/accounts/business-processes'
import type { Actor, ProcedureContext } from '../../context.ts'
import { entriesPermitting, readableBy } from '../readable-entries.ts'
import { chronologyEntries } from '../tables.ts'
import { internalForms, type internalForms as Table } from './tables.ts'

/** What an entry that staff filled in says of itself besides its answers. */
export type InternalEntry = {
  /** The completed form that it replaced, and why. */
  amends: { reference: string; reason: string } | null
  /** The form that replaced it, where the asker may read that. */
  replacedBy: { entryId: string; reference: string } | null
  mayAmend: boolean
}

/** The form of staff behind an entry, or undefined for a form that came in. */
export async function findCompleted(
  ctx: ProcedureContext<Actor>,
  entryId: string,
): Promise<typeof Table.$inferSelect | undefined> {
  const [found] = await ctx.tx.select().from(internalForms).where(eq(internalForms.entryId, entryId))
  return found
}

/** Whether a completed form replaced another, was replaced, and may be amended by the asker. */
export async function describeInternalEntry(
  ctx: ProcedureContext<Actor>,
  completed: typeof Table.$inferSelect,
): Promise<InternalEntry> {
  const { entryId, amendsEntryId, reason } = completed
  if (!entryId) throw new Error('A completed form has an entry')
  const [before] = amendsEntryId
    ? await ctx.tx.select().from(chronologyEntries).where(eq(chronologyEntries.id, amendsEntryId))
    : []
  const later = alias(internalForms, 'later')
  const replaced = and(eq(later.amendsEntryId, entryId), ne(later.status, 'discarded'))
  const [next] = await ctx.tx
    .select({ status: later.status, entryId: later.entryId })
    .from(later)
    .where(replaced)
  const [after] = next?.entryId
    ? await ctx.tx
        .select()
        .from(chronologyEntries)
        .where(and(eq(chronologyEntries.id, next.entryId), readableBy(ctx.actor)))
    : []
  const [writable] = await ctx.tx
    .select({ id: chronologyEntries.id })
    .from(chronologyEntries)
    .where(and(eq(chronologyEntries.id, entryId), entriesPermitting('write', ctx.actor)))
  const completes = covers(ctx.actor.processes, 'completeForms', 'write')
  return {
    amends: before ? { reference: before.reference, reason: reason ?? '' } : null,
    replacedBy: after ? { entryId: after.id, reference: after.reference } : null,
    mayAmend: completes && writable !== undefined && next?.status !== 'completed',
  }
}
