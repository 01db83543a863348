import { and, desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { SenderQuestionState, WithdrawalCause } from '@send/shared/suspense/sender-question'
import { users } from '../../accounts/tables.ts'
import type { ProcedureContext } from '../../context.ts'
import { submissions } from '../../submissions/tables.ts'
import { senderQuestions } from './tables.ts'

/** A question to a sender as officers read it. */
export type AskedQuestion = {
  questionId: string
  reference: string | null
  state: SenderQuestionState
  question: string
  askedBy: string
  askedAt: string
  answer: string | null
  answeredBy: string | null
  answeredAt: string | null
  withdrawn: { by: string; at: string; because: WithdrawalCause } | null
}

const askers = alias(users, 'askers')
const answerers = alias(users, 'answerers')
const withdrawers = alias(users, 'withdrawers')

/** What was asked about a child, the newest question first. */
export async function listQuestions(
  ctx: ProcedureContext,
  incomingChildId: string,
): Promise<AskedQuestion[]> {
  const rows = await ctx.tx
    .select({
      row: senderQuestions,
      reference: submissions.reference,
      askedBy: askers.name,
      answeredBy: answerers.name,
      withdrawnBy: withdrawers.name,
    })
    .from(senderQuestions)
    .innerJoin(submissions, eq(submissions.id, senderQuestions.submissionId))
    .innerJoin(askers, eq(askers.id, senderQuestions.askedBy))
    .leftJoin(answerers, eq(answerers.id, senderQuestions.answeredBy))
    .leftJoin(withdrawers, eq(withdrawers.id, senderQuestions.withdrawnBy))
    .where(eq(senderQuestions.incomingChildId, incomingChildId))
    .orderBy(desc(senderQuestions.askedAt), desc(senderQuestions.id))
  return rows.map(({ row, withdrawnBy, ...names }) => ({
    ...names,
    questionId: row.id,
    state: questionState(row),
    question: row.question,
    askedAt: row.askedAt.toISOString(),
    answer: row.answer,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    withdrawn:
      row.withdrawnAt && row.withdrawnFor
        ? { by: withdrawnBy ?? '', at: row.withdrawnAt.toISOString(), because: row.withdrawnFor }
        : null,
  }))
}

/** The question about a child that its sender has not answered; undefined where there is none. */
export async function findOpenQuestion(
  ctx: ProcedureContext,
  incomingChildId: string,
): Promise<{ questionId: string } | undefined> {
  const { id: questionId, answeredAt, withdrawnAt } = senderQuestions
  const [open] = await ctx.tx
    .select({ questionId })
    .from(senderQuestions)
    .where(and(eq(senderQuestions.incomingChildId, incomingChildId), isNull(answeredAt), isNull(withdrawnAt)))
  return open
}

/** How it stands with a question. */
export function questionState({
  answeredAt,
  withdrawnAt,
}: Pick<typeof senderQuestions.$inferSelect, 'answeredAt' | 'withdrawnAt'>): SenderQuestionState {
  if (answeredAt) return 'answered'
  return withdrawnAt ? 'withdrawn' : 'open'
}
