import { findEntryProblem, type LookupEntry } from '@send/shared/forms/lookup-table'
import { and, eq, ne, sql } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { lookupEntries, lookupTables } from '../tables.ts'
import { readEntries, rowOf } from './read-entries.ts'

export type SaveLookupTable = {
  tableId: string
  /** The version that was changed; null for a new table. */
  baseVersion: number | null
  name: string
  entries: LookupEntry[]
}

export type SavedLookupTable =
  | { outcome: 'saved'; version: number }
  | { outcome: 'nameTaken' }
  | { outcome: 'refused'; problems: { code: string; sentence: string }[] }
  | { outcome: 'changedMeanwhile'; by: string; at: string }

/**
 * Makes a look-up table or changes it; refused where somebody else changed it since, and where an entry would
 * be lost: answers keep its code, so that it ends by its last day instead.
 */
export async function saveLookupTable(
  ctx: ProcedureContext<Actor>,
  request: SaveLookupTable,
): Promise<SavedLookupTable> {
  const { tableId, baseVersion, name, entries } = request
  const [existing] = await ctx.tx
    .select()
    .from(lookupTables)
    .where(eq(lookupTables.id, tableId))
    .for('update')
  if (!existing && baseVersion !== null) throw notFound()
  if ((existing?.rowVersion ?? null) !== baseVersion) return changedMeanwhile(ctx, tableId)
  const problems = listProblems(entries, await readEntries(ctx, tableId))
  if (problems.length > 0) return { outcome: 'refused', problems }
  const changed = { name, changedAt: ctx.now(), changedBy: ctx.actor.userId }
  const version = (existing?.rowVersion ?? 0) + 1
  const [namesake] = await ctx.tx
    .select({ id: lookupTables.id })
    .from(lookupTables)
    .where(and(eq(lookupTables.name, name), ne(lookupTables.id, tableId)))
  if (namesake) return { outcome: 'nameTaken' }
  if (existing) {
    await ctx.tx
      .update(lookupTables)
      .set({ ...changed, rowVersion: version })
      .where(eq(lookupTables.id, tableId))
  } else {
    // Somebody may make a table of this name in the same moment.
    const made = await ctx.tx
      .insert(lookupTables)
      .values({ id: tableId, rowVersion: version, ...changed })
      .onConflictDoNothing()
      .returning({ id: lookupTables.id })
    if (made.length === 0) return { outcome: 'nameTaken' }
  }
  await writeEntries(ctx, tableId, entries)
  await ctx.audit({
    action: 'forms.saveLookupTable',
    objectKind: 'lookupTable',
    objectId: tableId,
    details: { version, name, entries: entries.length },
  })
  return { outcome: 'saved', version }
}

async function writeEntries(
  ctx: ProcedureContext<Actor>,
  tableId: string,
  entries: LookupEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const set = {
    place: sql`excluded.place`,
    descriptionEn: sql`excluded.description_en`,
    descriptionCy: sql`excluded.description_cy`,
    externalCode: sql`excluded.external_code`,
    activeFrom: sql`excluded.active_from`,
    activeTo: sql`excluded.active_to`,
  }
  await ctx.tx
    .insert(lookupEntries)
    .values(entries.map((entry, place) => rowOf(tableId, entry, place)))
    .onConflictDoUpdate({ target: [lookupEntries.tableId, lookupEntries.code], set })
}

function listProblems(entries: LookupEntry[], before: LookupEntry[]): { code: string; sentence: string }[] {
  const wrong = entries.flatMap(({ code }, index) => {
    const sentence = findEntryProblem(entries, index)
    return sentence ? [{ code, sentence }] : []
  })
  const codes = new Set(entries.map(({ code }) => code))
  const lost = before.filter(({ code }) => !codes.has(code))
  const sentence = 'Answers may hold this code. Give the entry a last day instead of removing it.'
  return [...wrong, ...lost.map(({ code }) => ({ code, sentence }))]
}

async function changedMeanwhile(ctx: ProcedureContext<Actor>, tableId: string): Promise<SavedLookupTable> {
  const [latest] = await ctx.tx
    .select({ at: lookupTables.changedAt, by: users.name })
    .from(lookupTables)
    .innerJoin(users, eq(users.id, lookupTables.changedBy))
    .where(eq(lookupTables.id, tableId))
  return { outcome: 'changedMeanwhile', by: latest?.by ?? '', at: (latest?.at ?? ctx.now()).toISOString() }
}
