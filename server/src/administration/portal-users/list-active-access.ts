import { and, eq, inArray } from 'drizzle-orm'
import type { AccessRelation } from '@send/shared/accounts/child-access'
import { activeAt } from '../../accounts/child-access/active-access.ts'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { people } from '../../people/tables.ts'

export type ActiveAccess = {
  childAccessId: string
  userName: string
  childName: string
  relation: AccessRelation
  endsAt: string | null
}

/** What ending all access of some portal users would end, exactly; the look is audited with the children shown. */
export async function listActiveAccess(
  ctx: ProcedureContext<Actor>,
  userIds: string[],
): Promise<{ access: ActiveAccess[] }> {
  const rows = await ctx.tx
    .select({
      access: childAccess,
      userName: users.name,
      givenNames: people.givenNames,
      familyName: people.familyName,
    })
    .from(childAccess)
    .innerJoin(users, eq(users.id, childAccess.userId))
    .innerJoin(people, eq(people.id, childAccess.personId))
    .where(and(inArray(childAccess.userId, userIds), activeAt(ctx.now())))
    .orderBy(users.name, people.familyName, people.givenNames)
  const shown = [...new Set(rows.map(({ access }) => access.personId))]
  const details = { found: rows.length, people: shown }
  await ctx.audit({ action: 'portalUsers.listActiveAccess', objectKind: 'users', objectId: 'list', details })
  const access = rows.map((row) => ({
    childAccessId: row.access.id,
    userName: row.userName,
    childName: `${row.givenNames} ${row.familyName}`,
    relation: row.access.relation,
    endsAt: row.access.endsAt?.toISOString() ?? null,
  }))
  return { access }
}
