import type { SuspenseSource } from '@send/shared/suspense/matching-settings'
import type { Actor, ProcedureContext } from '../../context.ts'
import { readReview } from './read-review.ts'
import type { ReviewedCase } from './tables.ts'

export type ReviewDetails = ReviewedCase & {
  reviewId: string
  source: SuspenseSource
  /** Once somebody reviewed it. */
  reviewed: { by: string; at: string } | null
}

/** A drawn decision for a second officer: the child and its candidates as they were then, and not what was decided. */
export async function getReview(ctx: ProcedureContext<Actor>, reviewId: string): Promise<ReviewDetails> {
  const { review, decision, reviewer } = await readReview(ctx, reviewId, { lock: false })
  const { child, line, candidates } = review.shown
  await ctx.audit({
    action: 'secondReviews.get',
    objectKind: 'incomingChild',
    objectId: decision.incomingChildId,
    details: { reviewId, people: candidates.map(({ personId }) => personId) },
  })
  return {
    reviewId,
    source: decision.source,
    child,
    line,
    candidates,
    reviewed: review.reviewedAt ? { by: reviewer ?? '', at: review.reviewedAt.toISOString() } : null,
  }
}
