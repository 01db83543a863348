import { asc, ilike, or } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'

const mostFound = 20

/** Users whose name or e-mail contains what was typed, to narrow the trail to one of them. */
export async function findUsers(
  ctx: ProcedureContext<Actor>,
  query: string,
): Promise<{ users: { userId: string; name: string; email: string; kind: string }[] }> {
  const pattern = `%${query.replace(/[\\%_]/g, '\\$&')}%`
  const found = await ctx.tx
    .select({ userId: users.id, name: users.name, email: users.email, kind: users.kind })
    .from(users)
    .where(or(ilike(users.name, pattern), ilike(users.email, pattern)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(mostFound)
  const details = { found: found.length }
  await ctx.audit({ action: 'audit.findUsers', objectKind: 'users', objectId: 'search', details })
  return { users: found }
}
