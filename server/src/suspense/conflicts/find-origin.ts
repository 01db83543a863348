import { sql, type SQL } from 'drizzle-orm'
import type { RuleScope } from '@send/shared/suspense/conflicts/import-rules'
import { organisations } from '../../accounts/organisations/tables.ts'
import { isWorkingFor } from '../../accounts/organisations/working-for.ts'
import type { WorkContext } from '../../context.ts'
import type { Transaction } from '../../database/client.ts'
import { bases } from '../../people/tables.ts'
import { incomingChildren } from '../tables.ts'

/** Whose record it is, by which its rules are found; the name is that of a school or setting. */
export type Origin = { scope: RuleScope; name: string | null }

/** Whose record an incoming child is, with the name of the school or setting. */
export async function findOrigin(ctx: WorkContext, { id }: { id: string }): Promise<Origin> {
  const scope = (await listScopes(ctx.tx, [id], ctx.now())).get(id) ?? 'default'
  const [named] = await ctx.tx.execute<{ name: string | null }>(sql`select ${nameOf(sql`${scope}`)} as name`)
  return { scope, name: named?.name ?? null }
}

/** Whose records some incoming children are, in one statement however many they are. */
export async function listScopes(
  tx: Transaction,
  incomingChildIds: readonly string[],
  now: Date,
): Promise<Map<string, RuleScope>> {
  const rows = await tx.execute<{ id: string; scope: RuleScope }>(sql`
    select ${incomingChildren.id}, ${scopeOf(now)} as scope from ${incomingChildren}
    where ${incomingChildren.id} = any(${sql.param(incomingChildIds)}::uuid[])`)
  return new Map(rows.map(({ id, scope }) => [id, scope]))
}

/**
 * The SQL of whose record an incoming child is. Families by the portal; a line by the school that it names; a professional by
 * the organisation for which they added the child from a list, else by the one with a URN for which they work, verified.
 * Whoever works for two schools, or for none, is under the rules for all others; and so is what an officer writes off
 * paper or hears on the telephone, which is nobody’s own record.
 */
export function scopeOf(now: Date): SQL<RuleScope> {
  const { source, baseId, organisationId, ownerUserId } = incomingChildren
  const { id, urn, closedAt } = organisations
  return sql<RuleScope>`coalesce(case
    when ${source} in ('parent', 'youngPerson') then 'families'
    when ${source} = 'school' then (select ${bases.urn} from ${bases} where ${bases.id} = ${baseId})
    when ${source} = 'professional' and ${organisationId} is not null
      then (select ${urn} from ${organisations} where ${id} = ${organisationId})
    when ${source} = 'professional'
      then (select case when count(*) = 1 then min(${urn}) end from ${organisations}
        where ${urn} is not null and ${closedAt} is null and ${isWorkingFor(id, ownerUserId, now)})
    end, 'default')`
}

/** The SQL of what the school or setting of a scope is called. */
export function nameOf(scope: SQL): SQL<string | null> {
  return sql<string | null>`(select min(name) from (select name from bases where urn = ${scope}
    union all select name from organisations where urn = ${scope}) named)`
}
