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
export function listAllows(access: AccessTable, { ofItem, accessor, right }: Question): SQL {
  const anyOf = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::uuid[])`
  const about = sql`${ofItem} and ${access.right} = ${right}
    and ((${access.subjectKind} = 'user' and ${access.subjectId} = ${accessor.userId})
      or (${access.subjectKind} = 'group' and ${access.subjectId} = ${anyOf(accessor.groupIds)})
      or (${access.subjectKind} = 'post' and ${access.subjectId} = ${anyOf(accessor.postIds)})
      or (${access.subjectKind} = 'team' and ${access.subjectId} = ${anyOf(accessor.teamIds)}))`
  return sql`(exists (select from ${access} where ${about} and ${access.effect} = 'allow')
    and not exists (select from ${access} where ${about} and ${access.effect} = 'deny'))`
}
