import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { growVersion } from '../grow-version.ts'
import { lockForDecision, type NotDecided } from '../lock-for-decision.ts'
import { withdrawOpenQuestion } from './withdraw-open-question.ts'

/** Withdraws the open question to a sender, whoever asked it: no answer is needed any more. */
export async function withdrawQuestion(
  ctx: ProcedureContext<Actor>,
  { incomingChildId, version }: { incomingChildId: string; version: number },
): Promise<{ outcome: 'withdrawn' } | NotDecided> {
  const locked = await lockForDecision(ctx, incomingChildId, version, 'withdrawQuestion')
  if (locked.outcome !== 'locked') return locked
  const question = await withdrawOpenQuestion(ctx, incomingChildId, 'officer')
  if (!question) throw new SendError('conflict', 'There is no open question any more.')
  await growVersion(ctx, locked.child)
  await ctx.audit({
    action: 'suspense.withdrawQuestion',
    objectKind: 'incomingChild',
    objectId: incomingChildId,
    details: question,
  })
  return { outcome: 'withdrawn' }
}
