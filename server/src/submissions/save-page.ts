import { eq, sql } from 'drizzle-orm'
import { sortAnswers, type Answers } from '@send/shared/forms/answers'
import { findPage, listPageQuestions } from '@send/shared/forms/form-definition'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import { askedPage } from '@send/shared/forms/logic/form-state'
import { validateAskedPage } from '@send/shared/forms/logic/validate-asked'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound, SendError } from '../errors.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { lockOwnSubmission } from './find-own-submission.ts'
import { listFiles, readAnswers } from './read-answers.ts'
import { signDeclarations } from './sign-declarations.ts'
import { answers, submissions } from './tables.ts'

export type SavePage = { submissionId: string; pageId: string; answers: Answers; language: 'en' | 'cy' }
export type SavedPage = { outcome: 'saved'; changedAt: string; problems: Problem[] }

/**
 * Keeps what was typed on a page, right or wrong, and says what is wrong with it. Refuses answers to
 * questions of other pages: an answer that nobody asked for is a mistake of the sender's program.
 */
export async function savePage(ctx: ProcedureContext<Actor>, request: SavePage): Promise<SavedPage> {
  const { submissionId } = request
  const submission = await lockOwnSubmission(ctx, submissionId, 'answer')
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const page = findPage(definition, request.pageId)
  if (!page) throw notFound()
  const { kept, strangers } = sortAnswers(page, request.answers)
  if (strangers.length > 0) throw new SendError('bad-input', 'Some answers do not belong to this page.')
  const signed = await signDeclarations(ctx, { submissionId, page, kept })
  const changedAt = ctx.now()
  const fileQuestions = listPageQuestions(page)
    .filter((question) => question.type === 'file')
    .map((question) => question.id)
  const rows = Object.entries(signed)
    .filter(([questionId]) => !fileQuestions.includes(questionId))
    .map(([questionId, value]) => ({ submissionId, questionId, value, changedAt }))
  if (rows.length > 0) {
    await ctx.tx
      .insert(answers)
      .values(rows)
      .onConflictDoUpdate({
        target: [answers.submissionId, answers.questionId],
        set: { value: sql`excluded.value`, changedAt },
      })
  }
  const pagesToReview = sql`array_remove(${submissions.pagesToReview}, ${page.id})`
  await ctx.tx.update(submissions).set({ changedAt, pagesToReview }).where(eq(submissions.id, submissionId))
  await ctx.audit({
    action: 'submissions.savePage',
    objectKind: 'submission',
    objectId: submissionId,
    details: { pageId: request.pageId },
  })
  const all = await readAnswers(ctx, submissionId, definition, await listFiles(ctx, submissionId))
  const state = evaluateForm(definition, all, { today: dateInLondon(ctx.now()) })
  const problems = validateAskedPage(state, askedPage(state, page), request.language)
  return { outcome: 'saved', changedAt: changedAt.toISOString(), problems }
}
