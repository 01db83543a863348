import { and, eq, gt, isNull, or, sql, type SQL } from 'drizzle-orm'
import { recentAdviceDays } from '@send/shared/involvements/advice-request'
import { isLeading, isWorkingFor } from '../../accounts/organisations/working-for.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { adviceRequests } from './tables.ts'

export type AdviceRequest = typeof adviceRequests.$inferSelect & { sentAt: Date | null }

/** When the form that answers a request was sent; those who do not see the form itself learn nothing else of it. */
export const sentAt = sql<Date | null>`send_submitted_at(${adviceRequests.submissionId})`.mapWith(
  adviceRequests.askedAt,
)

/**
 * What the asker may see of requests for advice, as a condition: those to an organisation for which they work, verified,
 * at this moment. One to a colleague by name is seen by that colleague, by whoever it was handed to, and by the leads of
 * the organisation, so that it is not lost when somebody is away. An answered one is seen for a while after.
 */
export function isVisibleAdvice(ctx: ProcedureContext<Actor>): SQL | undefined {
  const { userId } = ctx.actor
  const { organisationId, namedUserId, heldBy, handedBy, withdrawnAt, notKnownAt } = adviceRequests
  const answeredAt = sql<Date | null>`coalesce(${notKnownAt}, send_submitted_at(${adviceRequests.submissionId}))`
  const recently = new Date(ctx.now().getTime() - recentAdviceDays * 86_400_000)
  return and(
    isNull(withdrawnAt),
    isWorkingFor(organisationId, userId, ctx.now()),
    or(
      isNull(namedUserId),
      eq(namedUserId, userId),
      eq(heldBy, userId),
      eq(handedBy, userId),
      isLeading(organisationId, userId),
    ),
    or(isNull(answeredAt), gt(answeredAt, sql`${recently.toISOString()}::timestamptz`)),
  )
}

/** A request that the asker may see, locked to the end of the transaction; any other was never there. */
export async function lockVisibleAdvice(
  ctx: ProcedureContext<Actor>,
  adviceRequestId: string,
): Promise<AdviceRequest> {
  const isMeant = and(eq(adviceRequests.id, adviceRequestId), isVisibleAdvice(ctx))
  // Locked first: what a colleague did meanwhile to the form is read after.
  await ctx.tx.select({ id: adviceRequests.id }).from(adviceRequests).where(isMeant).for('update')
  const [found] = await ctx.tx.select({ request: adviceRequests, sentAt }).from(adviceRequests).where(isMeant)
  if (!found) throw notFound()
  return { ...found.request, sentAt: found.sentAt }
}
