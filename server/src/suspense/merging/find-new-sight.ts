import { and, asc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import type { MergeSide, NewlySeeing, NewSight } from '@send/shared/suspense/merging/merged-records'
import { childAccess } from '../../accounts/child-access/tables.ts'
import { invitations, organisations } from '../../accounts/organisations/tables.ts'
import { users } from '../../accounts/tables.ts'
import type { WorkContext } from '../../context.ts'
import { adviceRequests } from '../../involvements/advice/tables.ts'
import { sideOf, type Sides } from './list-papers.ts'

/** Who outside the authority would see of either record what they cannot see now, once the two are one. */
export async function findNewSight(ctx: WorkContext, sides: Sides): Promise<NewSight> {
  const both = [sides.kept, sides.other]
  const waiting = await ctx.tx
    .select({ email: invitations.email, personId: invitations.personId })
    .from(invitations)
    .where(
      and(
        inArray(invitations.personId, both),
        gt(invitations.expiresAt, ctx.now()),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .orderBy(asc(invitations.createdAt), asc(invitations.id))
  const asked = await ctx.tx
    .selectDistinct({ name: organisations.name, personId: adviceRequests.personId })
    .from(adviceRequests)
    .innerJoin(organisations, eq(organisations.id, adviceRequests.organisationId))
    .where(and(inArray(adviceRequests.personId, both), isNull(adviceRequests.withdrawnAt)))
    .orderBy(asc(organisations.name), asc(adviceRequests.personId))
  return {
    portalUsers: await findPortalUsers(ctx, sides),
    invitations: waiting.map(({ email, personId }) => ({ email, hasAccessTo: sideOf(personId, sides) })),
    organisations: asked.map(({ name, personId }) => ({ name, hasAccessTo: sideOf(personId, sides) })),
  }
}

/** Portal users with access that counts, or will, to one record and not to as much of the other. */
async function findPortalUsers(ctx: WorkContext, sides: Sides): Promise<NewlySeeing[]> {
  const rows = await ctx.tx
    .select({ access: childAccess, name: users.name, email: users.email })
    .from(childAccess)
    .innerJoin(users, eq(users.id, childAccess.userId))
    .where(
      and(
        inArray(childAccess.personId, [sides.kept, sides.other]),
        isNull(childAccess.endedAt),
        or(isNull(childAccess.endsAt), gt(childAccess.endsAt, ctx.now())),
      ),
    )
    .orderBy(asc(users.name), asc(childAccess.id))
  const seenOf = (side: MergeSide, userId: string) =>
    new Set(
      rows.flatMap(({ access }) =>
        access.userId === userId && sideOf(access.personId, sides) === side ? access.scopes : [],
      ),
    )
  return rows.flatMap(({ access: { userId, personId, relation, scopes }, name, email }) => {
    const hasAccessTo = sideOf(personId, sides)
    const seen = seenOf(hasAccessTo === 'kept' ? 'other' : 'kept', userId)
    const more = scopes.filter((scope) => !seen.has(scope))
    return more.length > 0 ? [{ userId, name, email, relation, hasAccessTo, scopes: more }] : []
  })
}
