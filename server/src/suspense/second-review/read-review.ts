import { eq } from 'drizzle-orm'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { matchingDecisions } from '../decisions/tables.ts'
import { secondReviews } from './tables.ts'

type FoundReview = {
  review: typeof secondReviews.$inferSelect
  decision: typeof matchingDecisions.$inferSelect
  reviewer: string | null
}

/** A drawn decision, locked where it is to be reviewed; whoever made the decision reviews nothing of it. */
export async function readReview(
  ctx: ProcedureContext<Actor>,
  reviewId: string,
  { lock }: { lock: boolean },
): Promise<FoundReview> {
  // Before it is read: who waits here for a colleague is to see what that one said.
  if (lock)
    await ctx.tx
      .select({ id: secondReviews.id })
      .from(secondReviews)
      .where(eq(secondReviews.id, reviewId))
      .for('update')
  const [found] = await ctx.tx
    .select({ review: secondReviews, decision: matchingDecisions, reviewer: users.name })
    .from(secondReviews)
    .innerJoin(matchingDecisions, eq(matchingDecisions.id, secondReviews.decisionId))
    .leftJoin(users, eq(users.id, secondReviews.reviewedBy))
    .where(eq(secondReviews.id, reviewId))
  if (!found) throw notFound()
  if (found.decision.decidedBy === ctx.actor.userId)
    throw new SendError('not-allowed', 'You made this decision yourself. A colleague reviews it.')
  return found
}
