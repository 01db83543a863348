import { and, asc, eq, isNull } from 'drizzle-orm'
import type { NamedChild } from '@send/shared/submissions/offers/named-child'
import type { SenderQuestionState } from '@send/shared/suspense/sender-question'
import type { Text } from '@send/shared/texts/language'
import type { Actor, ProcedureContext } from '../../context.ts'
import { formVersions } from '../../forms/tables.ts'
import { getOwnSubmission, isOwn } from '../../submissions/find-own-submission.ts'
import { listNamedChildren } from '../../submissions/list-named-children.ts'
import { submissions } from '../../submissions/tables.ts'
import { questionState } from './list-questions.ts'
import { senderQuestions } from './tables.ts'

/** A question as its sender reads it: neither who asks, nor why no answer is needed any more. */
export type OwnQuestion = {
  questionId: string
  state: SenderQuestionState
  question: string
  askedAt: string
  answer: string | null
  answeredAt: string | null
}

export type QuestionTask = {
  questionId: string
  submissionId: string
  reference: string | null
  title: Text
  child: NamedChild | null
  askedAt: string
}

/** The questions that wait for an answer of the asker, the oldest first. */
export async function listOwnTasks(ctx: ProcedureContext<Actor>): Promise<{ questions: QuestionTask[] }> {
  const rows = await ctx.tx
    .select({ question: senderQuestions, submission: submissions, definition: formVersions.definition })
    .from(senderQuestions)
    .innerJoin(submissions, eq(submissions.id, senderQuestions.submissionId))
    .innerJoin(
      formVersions,
      and(eq(formVersions.formId, submissions.formId), eq(formVersions.number, submissions.formVersion)),
    )
    .where(and(isOwn(ctx), isNull(senderQuestions.answeredAt), isNull(senderQuestions.withdrawnAt)))
    .orderBy(asc(senderQuestions.askedAt), asc(senderQuestions.id))
  const named = await listNamedChildren(ctx, rows)
  const { userId: objectId } = ctx.actor
  const details = { count: rows.length }
  await ctx.audit({ action: 'senderQuestions.listMine', objectKind: 'user', objectId, details })
  return {
    questions: rows.map(({ question, submission, definition }) => ({
      questionId: question.id,
      submissionId: submission.id,
      reference: submission.reference,
      title: definition.title,
      child: named.get(submission.id) ?? null,
      askedAt: question.askedAt.toISOString(),
    })),
  }
}

/** What was asked about one of the asker’s forms, in the order in which it was asked. */
export async function getOwnQuestions(
  ctx: ProcedureContext<Actor>,
  { submissionId }: { submissionId: string },
): Promise<{ questions: OwnQuestion[] }> {
  await getOwnSubmission(ctx, submissionId)
  const rows = await ctx.tx
    .select()
    .from(senderQuestions)
    .where(eq(senderQuestions.submissionId, submissionId))
    .orderBy(asc(senderQuestions.askedAt), asc(senderQuestions.id))
  await ctx.audit({ action: 'senderQuestions.getMine', objectKind: 'submission', objectId: submissionId })
  return {
    questions: rows.map((row) => ({
      questionId: row.id,
      state: questionState(row),
      question: row.question,
      askedAt: row.askedAt.toISOString(),
      answer: row.answer,
      answeredAt: row.answeredAt?.toISOString() ?? null,
    })),
  }
}
