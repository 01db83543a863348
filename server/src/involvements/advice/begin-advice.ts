import { eq } from 'drizzle-orm'
import { adviceState, isOpenAdvice } from '@send/shared/involvements/advice-request'
import { asTheSystem } from '../../as-the-system.ts'
import { findWorker } from '../../accounts/organisations/working-for.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { people } from '../../people/tables.ts'
import { handOverSubmission } from '../../submissions/hand-over-submission.ts'
import { startSubmission } from '../../submissions/start-submission.ts'
import { lockDraft } from './lock-draft.ts'
import { adviceRequests } from './tables.ts'
import { lockVisibleAdvice, type AdviceRequest } from './visible-advice.ts'

export type Begun =
  | { outcome: 'begun'; submissionId: string }
  /** A colleague works on it: they hand it over first. */
  | { outcome: 'heldByColleague'; name: string }
  /** The authority has taken the form off the portal meanwhile. */
  | { outcome: 'formClosed' }

/**
 * Begins the form that answers a request, filled in with who the child is, and takes the request on. One that the asker
 * has begun before is gone on with.
 */
export async function beginAdvice(ctx: ProcedureContext<Actor>, adviceRequestId: string): Promise<Begun> {
  const request = await lockVisibleAdvice(ctx, adviceRequestId)
  const state = adviceState(request)
  if (!isOpenAdvice(state)) throw answeredAlready()
  const colleague = await findHolder(ctx, request)
  if (colleague !== undefined) return { outcome: 'heldByColleague', name: colleague }
  if (state === 'inProgress') return goOn(ctx, request)
  const { personId, formId, organisationId } = request
  const [child] = await ctx.tx.select().from(people).where(eq(people.id, personId))
  if (!child) throw notFound()
  const submissionId = await startUnlessClosed(ctx, formId, { organisationId, child })
  if (submissionId === undefined) return { outcome: 'formClosed' }
  await ctx.tx
    .update(adviceRequests)
    .set({ submissionId, heldBy: ctx.actor.userId })
    .where(eq(adviceRequests.id, adviceRequestId))
  await ctx.audit({
    action: 'advice.begin',
    objectKind: 'adviceRequest',
    objectId: adviceRequestId,
    personId,
    details: { submissionId },
  })
  return { outcome: 'begun', submissionId }
}

/** Of somebody who has left since, the form that they began comes to whoever goes on with it. */
async function goOn(ctx: ProcedureContext<Actor>, request: AdviceRequest): Promise<Begun> {
  const { id, heldBy, personId } = request
  const { userId } = ctx.actor
  const draft = await asTheSystem(ctx, () => lockDraft(ctx, request))
  if (!draft || draft.submittedAt) throw answeredAlready()
  if (heldBy !== userId) {
    await asTheSystem(ctx, () => handOverSubmission(ctx, draft, userId))
    await ctx.tx
      .update(adviceRequests)
      .set({ heldBy: userId, handedBy: null })
      .where(eq(adviceRequests.id, id))
  }
  const details = { submissionId: draft.id, takenOver: heldBy !== userId }
  await ctx.audit({ action: 'advice.begin', objectKind: 'adviceRequest', objectId: id, personId, details })
  return { outcome: 'begun', submissionId: draft.id }
}

async function startUnlessClosed(
  ctx: ProcedureContext<Actor>,
  formId: string,
  asked: Parameters<typeof startSubmission>[2],
): Promise<string | undefined> {
  try {
    return (await startSubmission(ctx, formId, asked)).submissionId
  } catch (error) {
    if (error instanceof SendError && error.id === 'not-found') return undefined
    throw error
  }
}

/** The name of a colleague who works on a request; undefined where nobody does, or the asker. */
export async function findHolder(
  ctx: ProcedureContext<Actor>,
  { heldBy, organisationId }: Pick<AdviceRequest, 'heldBy' | 'organisationId'>,
): Promise<string | undefined> {
  if (heldBy === null || heldBy === ctx.actor.userId) return undefined
  return (await findWorker(ctx, organisationId, heldBy))?.name
}

/** Refuses what is done to a request that has its answer. */
export function answeredAlready(): SendError {
  return new SendError('conflict', 'This request has been answered already.')
}
