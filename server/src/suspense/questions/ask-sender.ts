import { and, desc, eq, ne } from 'drizzle-orm'
import { newId } from '@send/shared/values/ids'
import { canSignIn } from '../../accounts/can-sign-in.ts'
import { users } from '../../accounts/tables.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { SendError } from '../../errors.ts'
import { submissions } from '../../submissions/tables.ts'
import { growVersion } from '../grow-version.ts'
import { lockForDecision, type NotDecided } from '../lock-for-decision.ts'
import { findOpenQuestion } from './list-questions.ts'
import { mailSender } from './mail-sender.ts'
import { senderQuestions } from './tables.ts'

/**
 * Asks whoever sent the newest form about a child one question, which they answer on that form; the message to them
 * says no more than that there is one.
 */
export async function askSender(
  ctx: ProcedureContext<Actor>,
  { incomingChildId, version, question }: { incomingChildId: string; version: number; question: string },
): Promise<{ outcome: 'asked' } | NotDecided> {
  const locked = await lockForDecision(ctx, incomingChildId, version, 'ask')
  if (locked.outcome !== 'locked') return locked
  if (await findOpenQuestion(ctx, incomingChildId))
    throw new SendError('conflict', 'A question is open already. Withdraw it to ask another.')
  const submissionId = await findAskable(ctx, incomingChildId)
  if (!submissionId) throw new SendError('conflict', 'There is nobody in the portal who can be asked.')
  const questionId = newId()
  await ctx.tx.insert(senderQuestions).values({
    id: questionId,
    incomingChildId,
    submissionId,
    question,
    askedBy: ctx.actor.userId,
    askedAt: ctx.now(),
  })
  await growVersion(ctx, locked.child)
  await mailSender(ctx, submissionId, 'questionAsked')
  await ctx.audit({
    action: 'suspense.ask',
    objectKind: 'incomingChild',
    objectId: incomingChildId,
    details: { questionId, submissionId },
  })
  return { outcome: 'asked' }
}

/** The newest form that hangs on a child and whose owner is in the portal; undefined of a line of a file, and of what staff entered. */
export async function findAskable(
  ctx: ProcedureContext,
  incomingChildId: string,
): Promise<string | undefined> {
  const [newest] = await ctx.tx
    .select({ submissionId: submissions.id })
    .from(submissions)
    .innerJoin(users, eq(users.id, submissions.ownerUserId))
    .where(and(eq(submissions.incomingChildId, incomingChildId), canSignIn(), ne(users.kind, 'staff')))
    .orderBy(desc(submissions.submittedAt), desc(submissions.id))
    .limit(1)
  return newest?.submissionId
}
