import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { AccessRight, Accessor } from '@send/shared/accounts/access-list'

/** A table that keeps access lists, a row a right. */
type AccessTable = PgTable & Record<'effect' | 'subjectKind' | 'subjectId' | 'right', PgColumn>

type Question = { ofItem: SQL; accessor: Accessor; right: AccessRight }

/**
 * The SQL of `isAllowed` in shared/accounts/access-list over the rows of one item (`ofItem`), so that no row is
 * fetched that may not be seen: somebody, or a group, post or team of theirs, is allowed, and nobody of these is denied.
 */
export function listAllows(access: AccessTable, { ofItem, ...asked }: Question): SQL {
  // `bool_and` of no row is null: whom no row speaks of is not allowed.
  return sql`exists (select from ${access} where ${ofItem} and ${speaksOf(access, asked)}
    having ${nobodyDenied(access)})`
}

type Listing = { item: PgColumn; among: SQL; accessor: Accessor; right: AccessRight }

/**
 * The same for a list: the ids (column `item` of the access table) of those `among` many (a query of ids) that are
 * allowed. The rows of all are read and grouped once, instead of once for each.
 */
export function allowedAmong(access: AccessTable, { item, among, ...asked }: Listing): SQL {
  return sql`(select ${item} from ${access} where ${item} in (${among}) and ${speaksOf(access, asked)}
    group by ${item} having ${nobodyDenied(access)})`
}

function nobodyDenied(access: AccessTable): SQL {
  return sql`bool_and(${access.effect} = 'allow')`
}

/** The rows on a right that speak of somebody: of them, or of a group, post or team of theirs. */
function speaksOf(access: AccessTable, { accessor, right }: Pick<Question, 'accessor' | 'right'>): SQL {
  const { userId, groupIds, postIds, teamIds } = accessor
  const { subjectKind: kind, subjectId: id } = access
  const anyOf = (ids: readonly string[]) => sql`${id} = any(${sql.param([...ids])}::uuid[])`
  // A case and not four ors: PostgreSQL takes those for so rare that it plans for a handful of rows.
  return sql`${access.right} = ${right} and case ${kind} when 'user' then ${id} = ${userId}
    when 'group' then ${anyOf(groupIds)} when 'post' then ${anyOf(postIds)} when 'team' then ${anyOf(teamIds)} end`
}
