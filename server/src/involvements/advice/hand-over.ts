import { eq } from 'drizzle-orm'
import { adviceState, canOnAdvice, isOpenAdvice } from '@send/shared/involvements/advice-request'
import { asTheSystem } from '../../as-the-system.ts'
import { lockOrganisation, requireMember } from '../../accounts/organisations/membership.ts'
import { findWorker, type Worker } from '../../accounts/organisations/working-for.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { handOverSubmission } from '../../submissions/hand-over-submission.ts'
import { answeredAlready, findHolder } from './begin-advice.ts'
import { lockDraft } from './lock-draft.ts'
import { mailAdvice } from './mail-advice.ts'
import { adviceRequests } from './tables.ts'
import { lockVisibleAdvice, type AdviceRequest } from './visible-advice.ts'

export type HandedOver =
  | { outcome: 'handedOver'; name: string }
  /** A colleague works on it, and only they or a lead hand it over. */
  | { outcome: 'heldByColleague'; name: string }
  /** They have left since, or are not verified any more. */
  | { outcome: 'noColleague' }

/** Hands a request, with what was begun for it, to a colleague who works for the same organisation; they get word. */
export async function handOver(
  ctx: ProcedureContext<Actor>,
  { adviceRequestId, userId }: { adviceRequestId: string; userId: string },
): Promise<HandedOver> {
  const request = await lockOpen(ctx, adviceRequestId)
  const { organisationId } = request
  const holder = await findHolder(ctx, request)
  if (holder !== undefined && !(await leads(ctx, organisationId)))
    return { outcome: 'heldByColleague', name: holder }
  const colleague = await findWorker(ctx, organisationId, userId)
  if (!colleague || userId === ctx.actor.userId) return { outcome: 'noColleague' }
  await giveTo(ctx, request, { colleague, handedBy: ctx.actor.userId, action: 'advice.handOver' })
  await mailAdvice(ctx, [colleague], 'mail.adviceHanded', { adviceRequestId, dueOn: request.dueOn })
  return { outcome: 'handedOver', name: colleague.name }
}

/** Takes a request back from a colleague: whoever handed it to them may, and a lead. */
export async function takeBack(
  ctx: ProcedureContext<Actor>,
  adviceRequestId: string,
): Promise<{ outcome: 'takenBack' | 'notYours' }> {
  const request = await lockOpen(ctx, adviceRequestId)
  const { userId } = ctx.actor
  if (request.heldBy === userId) return { outcome: 'takenBack' }
  if (request.handedBy !== userId && !(await leads(ctx, request.organisationId)))
    return { outcome: 'notYours' }
  const me = await findWorker(ctx, request.organisationId, userId)
  if (!me) throw notFound()
  await giveTo(ctx, request, { colleague: me, handedBy: null, action: 'advice.takeBack' })
  return { outcome: 'takenBack' }
}

/** Nobody joins or leaves meanwhile: whoever does, takes the same lock on the organisation, and takes it first. */
async function lockOpen(ctx: ProcedureContext<Actor>, adviceRequestId: string): Promise<AdviceRequest> {
  const [found] = await ctx.tx
    .select({ organisationId: adviceRequests.organisationId })
    .from(adviceRequests)
    .where(eq(adviceRequests.id, adviceRequestId))
  if (!found) throw notFound()
  await lockOrganisation(ctx, found.organisationId)
  const request = await lockVisibleAdvice(ctx, adviceRequestId)
  if (!isOpenAdvice(adviceState(request))) throw answeredAlready()
  return request
}

async function leads(ctx: ProcedureContext<Actor>, organisationId: string): Promise<boolean> {
  return (await requireMember(ctx, organisationId)).role === 'lead'
}

type Giving = { colleague: Worker; handedBy: string | null; action: string }

async function giveTo(
  ctx: ProcedureContext<Actor>,
  request: AdviceRequest,
  { colleague, handedBy, action }: Giving,
): Promise<void> {
  await asTheSystem(ctx, async () => {
    const draft = await lockDraft(ctx, request)
    // It was sent while this waited for the lock.
    if (!canOnAdvice(adviceState({ ...request, sentAt: draft?.submittedAt ?? null }), 'handOver'))
      throw answeredAlready()
    if (draft) await handOverSubmission(ctx, draft, colleague.userId)
  })
  const { id: objectId, personId } = request
  const held = { heldBy: colleague.userId, handedBy }
  await ctx.tx.update(adviceRequests).set(held).where(eq(adviceRequests.id, objectId))
  const details = { userId: colleague.userId }
  await ctx.audit({ action, objectKind: 'adviceRequest', objectId, personId, details })
}
