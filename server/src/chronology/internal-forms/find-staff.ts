import { and, asc, eq } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { containsWord } from '../../database/contains-word.ts'

const mostFound = 20

type FoundStaff = { id: string; name: string; detail: string }

/** Members of staff who are not disabled and whose name has every word in it; 20 at most. */
export async function findStaff(
  ctx: ProcedureContext<Actor>,
  text: string,
): Promise<{ records: FoundStaff[] }> {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const found = await ctx.tx
    .select({ id: users.id, name: users.name, detail: users.email })
    .from(users)
    .where(
      and(
        eq(users.kind, 'staff'),
        eq(users.disabled, false),
        ...words.map((word) => containsWord(users.name, word)),
      ),
    )
    .orderBy(asc(users.name))
    .limit(mostFound)
  return { records: found }
}
