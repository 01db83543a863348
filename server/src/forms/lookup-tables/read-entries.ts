import type { LookupEntry } from '@send/shared/forms/lookup-table'
import { asc, eq } from 'drizzle-orm'
import type { WorkContext } from '../../context.ts'
import { lookupEntries } from '../tables.ts'

type EntryRow = typeof lookupEntries.$inferSelect

/** A row as an entry: what it has not is left out. */
export function entryOf(row: EntryRow): LookupEntry {
  const { code, descriptionEn, descriptionCy, externalCode, activeFrom, activeTo } = row
  return {
    code,
    description: { en: descriptionEn, ...(descriptionCy === null ? {} : { cy: descriptionCy }) },
    ...(externalCode === null ? {} : { externalCode }),
    ...(activeFrom === null ? {} : { activeFrom }),
    ...(activeTo === null ? {} : { activeTo }),
  }
}

/** An entry as the row at its place. */
export function rowOf(tableId: string, entry: LookupEntry, place: number): EntryRow {
  const { code, description, externalCode, activeFrom, activeTo } = entry
  return {
    tableId,
    code,
    place,
    descriptionEn: description.en,
    descriptionCy: description.cy ?? null,
    externalCode: externalCode ?? null,
    activeFrom: activeFrom ?? null,
    activeTo: activeTo ?? null,
  }
}

/** The entries of a table in their order. */
export async function readEntries(ctx: WorkContext, tableId: string): Promise<LookupEntry[]> {
  const rows = await ctx.tx
    .select()
    .from(lookupEntries)
    .where(eq(lookupEntries.tableId, tableId))
    .orderBy(asc(lookupEntries.place), asc(lookupEntries.code))
  return rows.map(entryOf)
}
