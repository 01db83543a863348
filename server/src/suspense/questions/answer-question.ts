import { eq } from 'drizzle-orm'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound } from '../../errors.ts'
import { getOwnSubmission } from '../../submissions/find-own-submission.ts'
import { questionState } from './list-questions.ts'
import { senderQuestions } from './tables.ts'

/** `noLongerNeeded` where the authority withdrew the question meanwhile; nothing of the answer is kept then. */
export type Answering = { outcome: 'answered' | 'alreadyAnswered' | 'noLongerNeeded' }

/** Answers a question about one’s own form, once; whoever does not own the form learns of no question. */
export async function answerQuestion(
  ctx: ProcedureContext<Actor>,
  { questionId, answer }: { questionId: string; answer: string },
): Promise<Answering> {
  const { tx, actor } = ctx
  const [asked] = await tx
    .select()
    .from(senderQuestions)
    .where(eq(senderQuestions.id, questionId))
    .for('update')
  if (!asked || actor.kind === 'staff') throw notFound()
  await getOwnSubmission(ctx, asked.submissionId)
  const state = questionState(asked)
  if (state === 'withdrawn') return { outcome: 'noLongerNeeded' }
  if (state === 'answered') return { outcome: 'alreadyAnswered' }
  await tx
    .update(senderQuestions)
    .set({ answer, answeredBy: actor.userId, answeredAt: ctx.now() })
    .where(eq(senderQuestions.id, questionId))
  await ctx.audit({
    action: 'senderQuestions.answer',
    objectKind: 'submission',
    objectId: asked.submissionId,
    details: { questionId },
  })
  return { outcome: 'answered' }
}
