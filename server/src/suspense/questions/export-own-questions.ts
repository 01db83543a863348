import { and, asc, eq } from 'drizzle-orm'
import { requireOwnPortalAccount } from '../../accounts/own-account/get-own-account.ts'
import { requireRecentPassword } from '../../accounts/recent-password.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { isOwn } from '../../submissions/find-own-submission.ts'
import { submissions } from '../../submissions/tables.ts'
import { senderQuestions } from './tables.ts'

/** A question about a form with its answer, to take along. */
export type ExportedQuestion = {
  reference: string | null
  question: string
  askedAt: string
  answer: string | null
  answeredAt: string | null
}

/** What was asked about the asker’s forms and what they answered, for their own download; the password was given just now. */
export async function exportOwnQuestions(
  ctx: ProcedureContext<Actor>,
): Promise<{ questions: ExportedQuestion[] }> {
  const user = await requireOwnPortalAccount(ctx)
  requireRecentPassword(ctx)
  const rows = await ctx.tx
    .select({ row: senderQuestions, reference: submissions.reference })
    .from(senderQuestions)
    .innerJoin(submissions, and(eq(submissions.id, senderQuestions.submissionId), isOwn(ctx)))
    .orderBy(asc(senderQuestions.askedAt), asc(senderQuestions.id))
  await ctx.audit({
    action: 'senderQuestions.exportMine',
    objectKind: 'user',
    objectId: user.id,
    details: { count: rows.length },
  })
  return {
    questions: rows.map(({ row, reference }) => ({
      reference,
      question: row.question,
      askedAt: row.askedAt.toISOString(),
      answer: row.answer,
      answeredAt: row.answeredAt?.toISOString() ?? null,
    })),
  }
}
