import { and, eq, gt, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import type { ChildScope } from '@send/shared/accounts/child-access'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { isVerified } from '../organisations/newest-verification.ts'
import { childAccess } from './tables.ts'

/** The SQL of `isActive` in shared/accounts/child-access, at a moment. */
export function activeAt(now: Date): SQL | undefined {
  return and(
    lte(childAccess.startsAt, now),
    isNull(childAccess.endedAt),
    or(isNull(childAccess.endsAt), gt(childAccess.endsAt, now)),
  )
}

/**
 * The active authentications of the asker, for one child or all, that open a part of the case. What somebody sees
 * because they work with a child counts only while the authority has verified them; an outside expert was chosen
 * by the authority for the one child.
 */
export function ownAccess(ctx: ProcedureContext<Actor>, scope: ChildScope): SQL | undefined {
  return and(
    eq(childAccess.userId, ctx.actor.userId),
    sql`${scope} = any(${childAccess.scopes})`,
    activeAt(ctx.now()),
    or(ne(childAccess.relation, 'professional'), isVerified(childAccess.userId, ctx.now())),
  )
}

/** Guards what a portal user sees of a child: whoever is not authenticated learns nothing, not even that it exists. */
export async function requireChildAccess(
  ctx: ProcedureContext<Actor>,
  personId: string,
  scope: ChildScope,
): Promise<void> {
  const [found] = await ctx.tx
    .select({ id: childAccess.id })
    .from(childAccess)
    .where(and(eq(childAccess.personId, personId), ownAccess(ctx, scope)))
    .limit(1)
  if (!found) throw notFound()
}
