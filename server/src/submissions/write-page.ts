import { and, eq, inArray, sql } from 'drizzle-orm'
import { digestAnswer, type AnswerDigest, type PageWindow } from '@send/shared/forms/answer-digest'
import { isNotTyped, sortAnswers, type Answers } from '@send/shared/forms/answers'
import { listPageQuestions, type Page } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import type { AnswerSource } from '@send/shared/submissions/offers/answer-source'
import type { Actor, ProcedureContext } from '../context.ts'
import { SendError } from '../errors.ts'
import { settleAnswers, type Conflict, type KeptAnswer } from './settle-answers.ts'
import { signDeclarations } from './sign-declarations.ts'
import { answers, submissions } from './tables.ts'

type Sources = Record<string, AnswerSource>

type PageToWrite = {
  submissionId: string
  page: Page
  posted: Answers
  /** Where those answers came from that are confirmed by this. */
  sources?: Sources
  /** Which window sends it; without one nothing is compared. */
  window: PageWindow | undefined
  /** Whether the owner has looked at the page by this. */
  isReview: boolean
}

export type WrittenPage = {
  outcome: 'saved'
  changedAt: string
  /** The answers that were written, in short: from now on these are what the window was given. */
  seen: Record<string, AnswerDigest>
  conflicts: Conflict[]
}

/**
 * Writes the answers of a page into a form that is locked, in the name of whoever asks. What another window changed meanwhile
 * stays as it is there and comes back. Refuses answers to questions of other pages: an answer that nobody asked for is a
 * mistake of the sender's program.
 */
export async function writePage(
  ctx: ProcedureContext<Actor>,
  { submissionId, page, posted, sources = {}, window, isReview }: PageToWrite,
): Promise<WrittenPage> {
  const { kept, strangers } = sortAnswers(page, posted)
  if (strangers.length > 0) throw new SendError('bad-input', 'Some answers do not belong to this page.')
  const questions = listPageQuestions(page).filter((question) => !isNotTyped(question))
  const before = await listKept(ctx, submissionId, questions)
  const compared = window ? before : []
  const { written, unchanged, conflicts } = settleAnswers(kept, { questions, kept: compared, window })
  const signed = await signDeclarations(ctx, { submissionId, page, kept: written })
  const changedAt = ctx.now()
  await writeAnswers(ctx, { submissionId, signed, sources, window, unchanged, questions, before })
  await ctx.tx
    .update(submissions)
    .set({ changedAt, ...(isReview ? reviewed(page) : {}) })
    .where(eq(submissions.id, submissionId))
  const seen = Object.fromEntries(
    questions
      .filter(({ id }) => id in signed)
      .map((question) => [question.id, digestAnswer(question, signed[question.id])]),
  )
  return { outcome: 'saved', changedAt: changedAt.toISOString(), seen, conflicts }
}

/** The page is off the list of those whose questions changed under their owner. */
function reviewed({ id }: Page) {
  return { pagesToReview: sql`array_remove(${submissions.pagesToReview}, ${id})` }
}

type Writing = {
  submissionId: string
  signed: Answers
  sources: Sources
  window: PageWindow | undefined
  unchanged: Set<string>
  questions: Question[]
  before: KeptAnswer[]
}

/**
 * Writes answers with their window; one that this window did not change stays with the window that did. One that says the same
 * as before is still whose it was: a page is sent whole, with the boxes that nobody touched.
 */
async function writeAnswers(
  ctx: ProcedureContext<Actor>,
  { submissionId, signed, sources, window, unchanged, questions, before }: Writing,
): Promise<void> {
  const changed = Object.entries(signed).filter(([questionId]) => !unchanged.has(questionId))
  if (changed.length === 0) return
  const now = { changedAt: ctx.now(), changedBy: ctx.actor.userId }
  const sent = { windowId: window?.windowId ?? null, saveNumber: window?.saveNumber ?? null }
  const rows = changed.map(([questionId, value]) => {
    const question = questions.find(({ id }) => id === questionId)
    const known = before.find((row) => row.questionId === questionId)
    const isSame = question && digestAnswer(question, known?.value) === digestAnswer(question, value)
    const { changedAt, changedBy } = isSame ? (known ?? { ...now, changedBy: null }) : now
    // Changed after it was confirmed, an answer is its author's own again.
    const confirmedFrom = sources[questionId] ?? (isSame ? (known?.confirmedFrom ?? null) : null)
    return { submissionId, questionId, value, ...sent, changedAt, changedBy, confirmedFrom }
  })
  await ctx.tx
    .insert(answers)
    .values(rows)
    .onConflictDoUpdate({
      target: [answers.submissionId, answers.questionId],
      set: {
        value: sql`excluded.value`,
        changedAt: sql`excluded.changed_at`,
        changedBy: sql`excluded.changed_by`,
        confirmedFrom: sql`excluded.confirmed_from`,
        ...sent,
      },
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
