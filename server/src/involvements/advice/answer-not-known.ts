import { eq } from 'drizzle-orm'
import { adviceState, canOnAdvice, isOpenAdvice } from '@send/shared/involvements/advice-request'
import { asTheSystem } from '../../as-the-system.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { deleteSubmission } from '../../submissions/delete-submission.ts'
import { answeredAlready, findHolder } from './begin-advice.ts'
import { lockDraft } from './lock-draft.ts'
import { adviceRequests } from './tables.ts'
import { lockVisibleAdvice } from './visible-advice.ts'

export type NotKnown = { outcome: 'answered' } | { outcome: 'heldByColleague'; name: string }

/**
 * Answers that the organisation does not know the child, with what was looked through: a proper answer, which the
 * authority reads at once. A form that was begun for the request is deleted.
 */
export async function answerNotKnown(
  ctx: ProcedureContext<Actor>,
  { adviceRequestId, whatChecked }: { adviceRequestId: string; whatChecked: string },
): Promise<NotKnown> {
  const request = await lockVisibleAdvice(ctx, adviceRequestId)
  if (!isOpenAdvice(adviceState(request))) throw answeredAlready()
  const colleague = await findHolder(ctx, request)
  if (colleague !== undefined) return { outcome: 'heldByColleague', name: colleague }
  // It may be of somebody who has left since, and was perhaps sent while this waited for its lock.
  const draft = await asTheSystem(ctx, () => lockDraft(ctx, request))
  if (!canOnAdvice(adviceState({ ...request, sentAt: draft?.submittedAt ?? null }), 'answerNotKnown'))
    throw answeredAlready()
  if (draft) await asTheSystem(ctx, () => deleteSubmission(ctx, draft))
  const { userId } = ctx.actor
  await ctx.tx
    .update(adviceRequests)
    .set({ notKnownAt: ctx.now(), notKnownBy: userId, whatChecked, heldBy: userId })
    .where(eq(adviceRequests.id, adviceRequestId))
  await ctx.audit({
    action: 'advice.answerNotKnown',
    objectKind: 'adviceRequest',
    objectId: adviceRequestId,
    personId: request.personId,
    details: { draftDeleted: draft !== undefined },
  })
  return { outcome: 'answered' }
}
