import { desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { DecisionPeriod } from '@send/shared/suspense/matching-settings'
import { users } from '../../accounts/tables.ts'
import type { WorkContext } from '../../context.ts'
import { listSurvivors } from '../../people/merging/find-survivor.ts'
import { decidedWithin } from '../decisions/decided-within.ts'
import { matchingDecisions } from '../decisions/tables.ts'
import { undoneMatches } from '../undo/tables.ts'
import { secondReviews } from './tables.ts'

const deciders = alias(users, 'deciders')
const reviewers = alias(users, 'reviewers')

export type ReviewedDecision = Awaited<ReturnType<typeof listReviewed>>[number]

/** The drawn decisions of a period with what was said of them, the last drawn first, and who of the candidates was merged since. */
export async function listReviewed(ctx: WorkContext, period: DecisionPeriod) {
  const undoneAt = sql<string | null>`(select min(undone.undone_at) from ${undoneMatches} as undone
    where undone.incoming_child_id = ${matchingDecisions.incomingChildId} and undone.id > ${matchingDecisions.id})`
  const rows = await ctx.tx
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
  const shown = rows.flatMap(({ review }) => review.shown.candidates.map(({ personId }) => personId))
  const survivors = await listSurvivors(ctx, shown)
  return rows.map((row) => ({ ...row, survivors }))
}
