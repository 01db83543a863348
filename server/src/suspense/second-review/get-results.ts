import { and, count, isNotNull, sql } from 'drizzle-orm'
import {
  suspenseSources,
  type DecisionPeriod,
  type SuspenseSource,
} from '@send/shared/suspense/matching-settings'
import {
  estimateFalseMatches,
  measureAgreement,
  type Agreement,
} from '@send/shared/suspense/second-review/measure-agreement'
import type { Actor, ProcedureContext } from '../../context.ts'
import { decidedWithin } from '../decisions/decided-within.ts'
import { matchingDecisions } from '../decisions/tables.ts'
import { listDisagreements, pairOf, type Disagreement } from './list-disagreements.ts'
import { listReviewed } from './list-reviewed.ts'

export type SourceResults = Omit<Agreement, 'doubtedMatches'> & {
  source: SuspenseSource
  /** Decisions from which was drawn. */
  decisions: number
  drawn: number
  waiting: number
  cannotTell: number
  falseMatches: ReturnType<typeof estimateFalseMatches>
}

/** How far first and second officers agree about decisions of a period, for each source, and where they do not. */
export async function getResults(
  ctx: ProcedureContext<Actor>,
  period: DecisionPeriod,
): Promise<{ sources: SourceResults[]; disagreements: Disagreement[] }> {
  const reviews = await listReviewed(ctx, period)
  // Only what a draw was made for: the estimate is about what could have been drawn.
  const frame = await ctx.tx
    .select({
      source: matchingDecisions.source,
      decisions: count(),
      matches: sql<number>`count(*) filter (where ${matchingDecisions.kind} = 'matched')::int`,
    })
    .from(matchingDecisions)
    .where(and(isNotNull(matchingDecisions.draw), decidedWithin(period)))
    .groupBy(matchingDecisions.source)
  const sources = suspenseSources.map((source): SourceResults => {
    const own = reviews.filter(({ decision }) => decision.source === source)
    const of = frame.find((each) => each.source === source)
    const { doubtedMatches, ...agreement } = measureAgreement(own.flatMap(pairOf))
    const verdicts = own.map(({ review }) => review.verdict)
    return {
      source,
      decisions: of?.decisions ?? 0,
      drawn: own.length,
      waiting: verdicts.filter((verdict) => verdict === null).length,
      cannotTell: verdicts.filter((verdict) => verdict === 'cannotTell').length,
      ...agreement,
      falseMatches: estimateFalseMatches(doubtedMatches, of?.matches ?? 0),
    }
  })
  const disagreements = listDisagreements(reviews)
  await ctx.audit({
    action: 'secondReviews.getResults',
    objectKind: 'suspense',
    objectId: 'secondReview',
    details: { period, incomingChildren: disagreements.map(({ incomingChildId }) => incomingChildId) },
  })
  return { sources, disagreements }
}
