import { and, asc, eq, sql } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { bases } from '../../people/tables.ts'

const mostFound = 20

export type FoundRecord = { id: string; name: string; detail: string }

/** Schools and other bases whose name has every word in it, or that have this URN; 20 at most. */
export async function findBases(
  ctx: ProcedureContext<Actor>,
  text: string,
): Promise<{ records: FoundRecord[] }> {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const named = and(...words.map((word) => containsWord(sql`${bases.name}`, word)))
  const found = await ctx.tx
    .select()
    .from(bases)
    .where(sql`${bases.urn} = ${text} or (${named})`)
    .orderBy(asc(bases.name))
    .limit(mostFound)
  return { records: found.map(({ id, name, urn }) => ({ id, name, detail: urn ? `URN ${urn}` : '' })) }
}

/** Members of staff who are not disabled and whose name has every word in it; 20 at most. */
export async function findStaff(
  ctx: ProcedureContext<Actor>,
  text: string,
): Promise<{ records: FoundRecord[] }> {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const found = await ctx.tx
    .select({ id: users.id, name: users.name, detail: users.email })
    .from(users)
    .where(
      and(
        eq(users.kind, 'staff'),
        eq(users.disabled, false),
        ...words.map((word) => containsWord(sql`${users.name}`, word)),
      ),
    )
    .orderBy(asc(users.name))
    .limit(mostFound)
  return { records: found }
}

/** `position` and not LIKE: nothing that is typed means anything but itself. */
function containsWord(column: ReturnType<typeof sql>, word: string) {
  return sql`position(lower(${word}) in lower(${column})) > 0`
}
