import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { SuspenseSource } from '@send/shared/suspense/matching-settings'
import type { Actor, ProcedureContext } from '../../context.ts'
import { matchingDecisions } from '../decisions/tables.ts'
import { secondReviews } from './tables.ts'

export type WaitingReview = {
  reviewId: string
  givenNames: string | null
  familyName: string | null
  dateOfBirth: string | null
  source: SuspenseSource
  decidedAt: string
}

const mostListed = 200

/** Drawn decisions of colleagues that nobody has reviewed, the oldest first, 200 at most; nothing of what was decided. */
export async function listReviews(ctx: ProcedureContext<Actor>): Promise<{ waiting: WaitingReview[] }> {
  const rows = await ctx.tx
    .select({
      reviewId: secondReviews.id,
      shown: secondReviews.shown,
      source: matchingDecisions.source,
      decidedAt: matchingDecisions.decidedAt,
      incomingChildId: matchingDecisions.incomingChildId,
    })
    .from(secondReviews)
    .innerJoin(matchingDecisions, eq(matchingDecisions.id, secondReviews.decisionId))
    .where(and(isNull(secondReviews.verdict), ne(matchingDecisions.decidedBy, ctx.actor.userId)))
    .orderBy(asc(secondReviews.id))
    .limit(mostListed)
  const children = rows.map(({ incomingChildId }) => incomingChildId)
  const details = { found: rows.length, incomingChildren: children }
  await ctx.audit({ action: 'secondReviews.list', objectKind: 'suspense', objectId: 'secondReview', details })
  return {
    waiting: rows.map(({ reviewId, shown, source, decidedAt }) => {
      const { givenNames, familyName, dateOfBirth } = shown.child
      return { reviewId, givenNames, familyName, dateOfBirth, source, decidedAt: decidedAt.toISOString() }
    }),
  }
}
