import { and, eq, gte } from 'drizzle-orm'
import type { WithdrawalCause } from '@send/shared/suspense/sender-question'
import type { WorkContext } from '../../context.ts'
import { mailSender } from './mail-sender.ts'
import { senderQuestions } from './tables.ts'

/** Asks again what a decision had made needless, because that decision is taken back; the sender is told. */
export async function reopenQuestion(
  ctx: WorkContext,
  incomingChildId: string,
  { cause, at }: { cause: WithdrawalCause; at: Date | null },
): Promise<void> {
  if (!at) return
  const [reopened] = await ctx.tx
    .update(senderQuestions)
    .set({ withdrawnFor: null, withdrawnBy: null, withdrawnAt: null })
    .where(
      and(
        eq(senderQuestions.incomingChildId, incomingChildId),
        eq(senderQuestions.withdrawnFor, cause),
        // Of that very decision, which is the last there was, and not of one before it.
        gte(senderQuestions.withdrawnAt, at),
      ),
    )
    .returning({ submissionId: senderQuestions.submissionId })
  if (reopened) await mailSender(ctx, reopened.submissionId, 'questionAsked')
}
