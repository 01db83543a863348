import { isActiveOn } from '@send/shared/forms/lookup-table'
import { dateInLondon } from '@send/shared/values/plain-date'
import { asc, eq } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { ProcedureContext } from '../../context.ts'
import { lookupEntries, lookupTables } from '../tables.ts'
import { entryOf } from './read-entries.ts'

export type ListedLookupTable = {
  tableId: string
  name: string
  version: number
  changedAt: string
  changedBy: string
  entryCount: number
  /** How many of them can be chosen today. */
  activeCount: number
}

/** All look-up tables by name, and how many entries each has. */
export async function listLookupTables(ctx: ProcedureContext): Promise<{ tables: ListedLookupTable[] }> {
  const rows = await ctx.tx
    .select({ table: lookupTables, by: users.name })
    .from(lookupTables)
    .innerJoin(users, eq(users.id, lookupTables.changedBy))
    .orderBy(asc(lookupTables.name))
  const entries = await ctx.tx.select().from(lookupEntries)
  const today = dateInLondon(ctx.now())
  return {
    tables: rows.map(({ table, by }) => {
      const own = entries.filter(({ tableId }) => tableId === table.id)
      return {
        tableId: table.id,
        name: table.name,
        version: table.rowVersion,
        changedAt: table.changedAt.toISOString(),
        changedBy: by,
        entryCount: own.length,
        activeCount: own.filter((row) => isActiveOn(entryOf(row), today)).length,
      }
    }),
  }
}
