import type { LookupTable } from '@send/shared/forms/lookup-table'
import { eq } from 'drizzle-orm'
import type { ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { lookupTables } from '../tables.ts'
import { readEntries } from './read-entries.ts'

/** One look-up table with its entries; throws not-found. */
export async function getLookupTable(
  ctx: ProcedureContext,
  tableId: string,
): Promise<LookupTable & { version: number }> {
  const [table] = await ctx.tx.select().from(lookupTables).where(eq(lookupTables.id, tableId))
  if (!table) throw notFound()
  const { id, name, rowVersion } = table
  return { id, name, version: rowVersion, entries: await readEntries(ctx, id) }
}
