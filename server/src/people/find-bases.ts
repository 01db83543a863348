import { and, asc, sql } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { containsWord } from '../database/contains-word.ts'
import { bases } from './tables.ts'

const mostFound = 20

type FoundBase = { id: string; name: string; detail: string }

/** Schools and other bases whose name has every word in it, or that have this URN; 20 at most. */
export async function findBases(ctx: WorkContext, text: string): Promise<{ records: FoundBase[] }> {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const named = and(...words.map((word) => containsWord(bases.name, word)))
  const found = await ctx.tx
    .select()
    .from(bases)
    .where(sql`${bases.urn} = ${text} or (${named})`)
    .orderBy(asc(bases.name))
    .limit(mostFound)
  return { records: found.map(({ id, name, urn }) => ({ id, name, detail: urn ? `URN ${urn}` : '' })) }
}
