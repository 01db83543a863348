import { eq } from 'drizzle-orm'
import type { Discard } from '@send/shared/suspense/discard'
import type { Actor, ProcedureContext } from '../../context.ts'
import { submissions } from '../../submissions/tables.ts'
import { recordDecision } from '../decisions/record-decision.ts'
import { endHold } from '../holds/end-hold.ts'
import { lockForDecision, type NotDecided } from '../lock-for-decision.ts'
import { withdrawOpenQuestion } from '../questions/withdraw-open-question.ts'
import { incomingChildren } from '../tables.ts'

export type Discarded = { outcome: 'discarded' }

/**
 * Decides that an incoming child is not for us to settle: it leaves the queue with every form that hangs on it, and
 * its senders are told no more than that we cannot go on. Nothing is deleted.
 */
export async function discardChild(
  ctx: ProcedureContext<Actor>,
  request: { incomingChildId: string; version: number; why: Discard },
): Promise<Discarded | NotDecided> {
  const locked = await lockForDecision(ctx, request.incomingChildId, request.version, 'discard')
  if (locked.outcome !== 'locked') return locked
  const { id, state, rowVersion } = locked.child
  const { reason, words } = request.why
  await recordDecision(ctx, locked.child, { kind: 'discarded', personId: null })
  await ctx.tx
    .update(incomingChildren)
    .set({
      state: 'discarded',
      settledFrom: state,
      decision: 'discarded',
      discardReason: reason,
      discardWords: words,
      settledBy: ctx.actor.userId,
      settledAt: ctx.now(),
      rowVersion: rowVersion + 1,
    })
    .where(eq(incomingChildren.id, id))
  const gone = await ctx.tx
    .update(submissions)
    .set({ status: 'discarded', handledBy: ctx.actor.userId, handledAt: ctx.now() })
    .where(eq(submissions.incomingChildId, id))
    .returning({ submissionId: submissions.id })
  const question = await withdrawOpenQuestion(ctx, id, 'discarded')
  await endHold(ctx, id)
  await ctx.audit({
    action: 'suspense.discard',
    objectKind: 'incomingChild',
    objectId: id,
    reason: words === '' ? reason : `${reason}: ${words}`,
    details: { state, submissions: gone.map(({ submissionId }) => submissionId), ...question },
  })
  return { outcome: 'discarded' }
}
