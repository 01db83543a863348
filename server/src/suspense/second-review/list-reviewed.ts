import { desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { DecisionPeriod } from '@send/shared/suspense/matching-settings'
import { users } from '../../accounts/tables.ts'
import type { WorkContext } from '../../context.ts'
import { decidedWithin } from '../decisions/decided-within.ts'
import { matchingDecisions } from '../decisions/tables.ts'
import { undoneMatches } from '../undo/tables.ts'
import { secondReviews } from './tables.ts'

const deciders = alias(users, 'deciders')
const reviewers = alias(users, 'reviewers')

export type ReviewedDecision = Awaited<ReturnType<typeof listReviewed>>[number]

/** The drawn decisions of a period with what was said of them, the last drawn first. */
export async function listReviewed(ctx: WorkContext, period: DecisionPeriod) {
  const undoneAt = sql<string | null>`(select min(undone.undone_at) from ${undoneMatches} as undone
    where undone.incoming_child_id = ${matchingDecisions.incomingChildId} and undone.id > ${matchingDecisions.id})`
  return ctx.tx
    .select({
      review: secondReviews,
      decision: matchingDecisions,
      decidedBy: deciders.name,
      reviewedBy: reviewers.name,
      undoneAt,
    })
    .from(secondReviews)
    .innerJoin(matchingDecisions, eq(matchingDecisions.id, secondReviews.decisionId))
    .innerJoin(deciders, eq(deciders.id, matchingDecisions.decidedBy))
    .leftJoin(reviewers, eq(reviewers.id, secondReviews.reviewedBy))
    .where(decidedWithin(period))
    .orderBy(desc(secondReviews.id))
}
