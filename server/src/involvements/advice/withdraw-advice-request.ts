import { eq } from 'drizzle-orm'
import { adviceState, canOnAdvice } from '@send/shared/involvements/advice-request'
import { asTheSystem } from '../../as-the-system.ts'
import { listWorkers } from '../../accounts/organisations/working-for.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { deleteSubmission } from '../../submissions/delete-submission.ts'
import { lockDraft } from './lock-draft.ts'
import { mailAdvice, whoIsTold } from './mail-advice.ts'
import { adviceRequests } from './tables.ts'

export type Withdrawn =
  | { outcome: 'withdrawn'; draftDeleted: boolean }
  | { outcome: 'alreadyHandled' }
  /** Somebody began the form since the officer looked: they decide again, knowing that it would be deleted. */
  | { outcome: 'begunMeanwhile' }

/** `knowsOfDraft`: whether the officer saw that a form was begun, which is deleted. */
type Withdrawing = { adviceRequestId: string; reason: string; knowsOfDraft: boolean }

/**
 * Takes a request back, with a reason: on the next request nobody of the organisation sees it or the child, and a form
 * that was begun for it is deleted. One that was answered or withdrawn meanwhile stays as it is.
 */
export async function withdrawAdviceRequest(
  ctx: ProcedureContext<Actor>,
  { adviceRequestId, reason, knowsOfDraft }: Withdrawing,
): Promise<Withdrawn> {
  const isMeant = eq(adviceRequests.id, adviceRequestId)
  const [request] = await ctx.tx.select().from(adviceRequests).where(isMeant).for('update')
  if (!request) throw notFound()
  const draft = await lockDraft(ctx, request)
  const state = adviceState({ ...request, sentAt: draft?.submittedAt ?? null })
  if (!canOnAdvice(state, 'withdraw')) return { outcome: 'alreadyHandled' }
  if (draft && !knowsOfDraft) return { outcome: 'begunMeanwhile' }
  // What was set aside, and who helped, is not for staff to see.
  if (draft) await asTheSystem(ctx, () => deleteSubmission(ctx, draft))
  const draftDeleted = draft !== undefined
  const { personId, organisationId, heldBy, dueOn } = request
  const withdrawn = { withdrawnAt: ctx.now(), withdrawnBy: ctx.actor.userId, withdrawReason: reason }
  await ctx.tx.update(adviceRequests).set(withdrawn).where(isMeant)
  const told = whoIsTold(await listWorkers(ctx, organisationId), heldBy)
  await mailAdvice(ctx, told, 'mail.adviceWithdrawn', { adviceRequestId, dueOn })
  await ctx.audit({
    action: 'advice.withdraw',
    objectKind: 'adviceRequest',
    objectId: adviceRequestId,
    personId,
    reason,
    details: { organisationId, draftDeleted },
  })
  return { outcome: 'withdrawn', draftDeleted }
}
