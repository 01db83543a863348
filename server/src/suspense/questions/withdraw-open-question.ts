import { and, eq, isNull } from 'drizzle-orm'
import type { WithdrawalCause } from '@send/shared/suspense/sender-question'
import type { Actor, ProcedureContext } from '../../context.ts'
import { mailSender } from './mail-sender.ts'
import { senderQuestions } from './tables.ts'

/** Withdraws the question that a sender has not answered yet, and tells them; nothing happens where there is none. */
export async function withdrawOpenQuestion(
  ctx: ProcedureContext<Actor>,
  incomingChildId: string,
  cause: WithdrawalCause,
): Promise<{ questionId: string } | undefined> {
  const { id, submissionId, answeredAt, withdrawnAt } = senderQuestions
  // Of an answer at the same moment this waits for the end, and finds no open question any more.
  const [withdrawn] = await ctx.tx
    .update(senderQuestions)
    .set({ withdrawnFor: cause, withdrawnBy: ctx.actor.userId, withdrawnAt: ctx.now() })
    .where(and(eq(senderQuestions.incomingChildId, incomingChildId), isNull(answeredAt), isNull(withdrawnAt)))
    .returning({ id, submissionId })
  if (!withdrawn) return undefined
  await mailSender(ctx, withdrawn.submissionId, 'questionWithdrawn')
  return { questionId: withdrawn.id }
}
