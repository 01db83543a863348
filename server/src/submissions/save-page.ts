import { and, eq, inArray, sql } from 'drizzle-orm'
import { digestAnswer, type AnswerDigest, type PageWindow } from '@send/shared/forms/answer-digest'
import { isNotTyped, sortAnswers, type Answers } from '@send/shared/forms/answers'
import { findPage, listPageQuestions, type Page } from '@send/shared/forms/form-definition'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import { askedPage } from '@send/shared/forms/logic/form-state'
import { validateAskedPage } from '@send/shared/forms/logic/validate-asked'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import type { Question } from '@send/shared/forms/questions/question-types'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound, SendError } from '../errors.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { lockOwnSubmission } from './find-own-submission.ts'
import { listFiles, readAnswers } from './read-answers.ts'
import { settleAnswers, type Conflict, type KeptAnswer } from './settle-answers.ts'
import { signDeclarations } from './sign-declarations.ts'
import { answers, submissions } from './tables.ts'

export type SavePage = {
  submissionId: string
  pageId: string
  answers: Answers
  language: 'en' | 'cy'
  /** Which window sends it; without one nothing is compared. */
  window?: PageWindow | undefined
  /** Sent while somebody types: the page does not count as looked at yet. */
  typing: boolean
}
export type SavedPage = {
  outcome: 'saved'
  changedAt: string
  problems: Problem[]
  /** The answers that were written, in short: from now on these are what the window was given. */
  seen: Record<string, AnswerDigest>
  conflicts: Conflict[]
}

/**
 * Keeps what was typed on a page, right or wrong, and says what is wrong with it. What another window changed meanwhile
 * stays as it is there and comes back. Refuses answers to questions of other pages: an answer that nobody asked for is a
 * mistake of the sender's program.
 */
export async function savePage(ctx: ProcedureContext<Actor>, request: SavePage): Promise<SavedPage> {
  const { submissionId, window } = request
  const submission = await lockOwnSubmission(ctx, submissionId, 'answer')
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const page = findPage(definition, request.pageId)
  if (!page) throw notFound()
  const { kept, strangers } = sortAnswers(page, request.answers)
  if (strangers.length > 0) throw new SendError('bad-input', 'Some answers do not belong to this page.')
  const questions = listPageQuestions(page).filter((question) => !isNotTyped(question))
  const before = window ? await listKept(ctx, submissionId, questions) : []
  const { written, unchanged, conflicts } = settleAnswers(kept, { questions, kept: before, window })
  const signed = await signDeclarations(ctx, { submissionId, page, kept: written })
  const changedAt = ctx.now()
  await writeAnswers(ctx, { submissionId, signed, window, unchanged })
  await ctx.tx
    .update(submissions)
    .set({ changedAt, ...(request.typing ? {} : reviewed(page)) })
    .where(eq(submissions.id, submissionId))
  await ctx.audit({
    action: 'submissions.savePage',
    objectKind: 'submission',
    objectId: submissionId,
    details: { pageId: request.pageId },
  })
  const all = await readAnswers(ctx, submissionId, definition, await listFiles(ctx, submissionId))
  const state = evaluateForm(definition, all, { today: dateInLondon(ctx.now()) })
  const problems = validateAskedPage(state, askedPage(state, page), request.language)
  const seen = Object.fromEntries(
    questions
      .filter(({ id }) => id in signed)
      .map((question) => [question.id, digestAnswer(question, signed[question.id])]),
  )
  return { outcome: 'saved', changedAt: changedAt.toISOString(), problems, seen, conflicts }
}

/** The page is off the list of those whose questions changed under their owner. */
function reviewed({ id }: Page) {
  return { pagesToReview: sql`array_remove(${submissions.pagesToReview}, ${id})` }
}

type Writing = {
  submissionId: string
  signed: Answers
  window: PageWindow | undefined
  unchanged: Set<string>
}

/** Writes answers with their window; one that this window did not change stays with the window that did. */
async function writeAnswers(
  ctx: ProcedureContext<Actor>,
  { submissionId, signed, window, unchanged }: Writing,
): Promise<void> {
  const changed = Object.entries(signed).filter(([questionId]) => !unchanged.has(questionId))
  if (changed.length === 0) return
  const by = {
    changedAt: ctx.now(),
    windowId: window?.windowId ?? null,
    saveNumber: window?.saveNumber ?? null,
  }
  await ctx.tx
    .insert(answers)
    .values(changed.map(([questionId, value]) => ({ submissionId, questionId, value, ...by })))
    .onConflictDoUpdate({
      target: [answers.submissionId, answers.questionId],
      set: { value: sql`excluded.value`, ...by },
    })
}

async function listKept(
  ctx: ProcedureContext<Actor>,
  submissionId: string,
  questions: Question[],
): Promise<KeptAnswer[]> {
  const ids = questions.map(({ id }) => id)
  if (ids.length === 0) return []
  return ctx.tx
    .select()
    .from(answers)
    .where(and(eq(answers.submissionId, submissionId), inArray(answers.questionId, ids)))
}
