import { DecisionPeriod } from '@send/shared/suspense/matching-settings'
import { ReviewVerdict } from '@send/shared/suspense/second-review/verdict'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { decideReview } from './decide-review.ts'
import { getResults } from './get-results.ts'
import { getReview } from './get-review.ts'
import { listReviews } from './list-reviews.ts'

const looking = staffProcedure('matching', 'read')
const matching = staffProcedure('matching')

/** A second look at a sample of decisions, by officers who do not know what was decided, and how far they agree. */
export const secondReviewsRouter = router({
  list: matching.input(z.strictObject({}).optional()).query(({ ctx }) => listReviews(ctx)),

  get: matching
    .input(z.strictObject({ reviewId: Id }))
    .query(({ ctx, input }) => getReview(ctx, input.reviewId)),

  decide: matching
    .input(z.strictObject({ idempotencyKey: Id, reviewId: Id, verdict: ReviewVerdict }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'secondReviews.decide', input, () => decideReview(ctx, input)),
    ),

  getResults: looking.input(DecisionPeriod).query(({ ctx, input }) => getResults(ctx, input)),
})
