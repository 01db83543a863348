import { sql, type SQL } from 'drizzle-orm'
import type { Actor } from '../context.ts'
import { chronologyAccess, chronologyEntries } from './tables.ts'

/**
 * The SQL of `isAllowed(list, actor, 'read')` in shared/accounts/access-list, so that no row is fetched that
 * may not be seen: somebody, or a group, post or team of theirs, is allowed, and nobody of these is denied.
 */
export function readableBy(actor: Actor): SQL {
  const anyOf = (ids: string[]) => sql`any(${sql.param(ids)}::uuid[])`
  const about = sql`${chronologyAccess.entryId} = ${chronologyEntries.id} and ${chronologyAccess.right} = 'read'
    and ((${chronologyAccess.subjectKind} = 'user' and ${chronologyAccess.subjectId} = ${actor.userId})
      or (${chronologyAccess.subjectKind} = 'group' and ${chronologyAccess.subjectId} = ${anyOf(actor.groupIds)})
      or (${chronologyAccess.subjectKind} = 'post' and ${chronologyAccess.subjectId} = ${anyOf(actor.postIds)})
      or (${chronologyAccess.subjectKind} = 'team' and ${chronologyAccess.subjectId} = ${anyOf(actor.teamIds)}))`
  return sql`(exists (select from ${chronologyAccess} where ${about} and ${chronologyAccess.effect} = 'allow')
    and not exists (select from ${chronologyAccess} where ${about} and ${chronologyAccess.effect} = 'deny'))`
}
