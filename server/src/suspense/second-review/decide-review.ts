import type { ReviewVerdict } from '@send/shared/suspense/second-review/verdict'
import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { readReview } from './read-review.ts'
import { secondReviews } from './tables.ts'

export type Reviewed = { outcome: 'reviewed' } | { outcome: 'alreadyReviewed'; by: string; at: string }

/** Records what a second officer says. Of two at once the lock lets one; the other is told by whom. It changes no match. */
export async function decideReview(
  ctx: ProcedureContext<Actor>,
  { reviewId, verdict }: { reviewId: string; verdict: ReviewVerdict },
): Promise<Reviewed> {
  const { review, decision, reviewer } = await readReview(ctx, reviewId, { lock: true })
  if (review.reviewedAt)
    return { outcome: 'alreadyReviewed', by: reviewer ?? '', at: review.reviewedAt.toISOString() }
  const personId = verdict.kind === 'thisOne' ? verdict.personId : null
  if (personId !== null && !review.shown.candidates.some((each) => each.personId === personId))
    throw new SendError('bad-input', 'Only somebody who was shown can be named.')
  await ctx.tx
    .update(secondReviews)
    .set({ verdict: verdict.kind, personId, reviewedBy: ctx.actor.userId, reviewedAt: ctx.now() })
    .where(eq(secondReviews.id, reviewId))
  await ctx.audit({
    action: 'secondReviews.decide',
    objectKind: 'incomingChild',
    objectId: decision.incomingChildId,
    personId,
    details: { reviewId, verdict: verdict.kind },
  })
  return { outcome: 'reviewed' }
}
