import type { FormDefinition } from '@send/shared/forms/form-definition'
import { findQuestion } from '@send/shared/forms/form-definition'
import type { Question } from '@send/shared/forms/questions/question-types'
import { carryAnswers, keepsFiles } from '@send/shared/forms/versions/carry-answers'
import type { InProgress, Move } from '@send/shared/forms/versions/publish-impact'
import { isSameValue } from '@send/shared/forms/versions/same-value'
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import type { Submission } from './find-own-submission.ts'
import { answers, asideAnswers, submissionFiles } from './tables.ts'

/** Puts what has no place in the new version beside it: nothing is deleted that anybody typed or uploaded. */
export async function setAside(
  ctx: WorkContext,
  { id: submissionId, formVersion }: Submission,
  { move, content }: { move: Move; content: InProgress },
): Promise<void> {
  const asideAt = ctx.now()
  const rows = Object.entries(move.aside).map(([questionId, value]) => ({
    submissionId,
    questionId,
    formVersion,
    value,
    asideAt,
  }))
  if (rows.length > 0) await ctx.tx.insert(asideAnswers).values(rows)
  const leaving = Object.keys(content.answers).filter((questionId) => !(questionId in move.kept))
  if (leaving.length > 0) {
    await ctx.tx
      .delete(answers)
      .where(and(eq(answers.submissionId, submissionId), inArray(answers.questionId, leaving)))
  }
  for (const [questionId, value] of Object.entries(move.kept)) {
    if (isSameValue(content.answers[questionId], value)) continue
    await ctx.tx
      .update(answers)
      .set({ value, changedAt: asideAt, confirmedFrom: null })
      .where(and(eq(answers.submissionId, submissionId), eq(answers.questionId, questionId)))
  }
  if (move.asideFiles.length > 0) {
    const gone = inArray(submissionFiles.questionId, move.asideFiles)
    await ctx.tx
      .update(submissionFiles)
      .set({ asideAt })
      .where(and(eq(submissionFiles.submissionId, submissionId), gone))
  }
}

/** Takes back what was set aside earlier and has a place again, such as when an older version was restored. */
export async function bringBack(
  ctx: WorkContext,
  { id: submissionId, formId }: Submission,
  after: FormDefinition,
): Promise<void> {
  const rows = await ctx.tx
    .select()
    .from(asideAnswers)
    .where(eq(asideAnswers.submissionId, submissionId))
    .orderBy(desc(asideAnswers.formVersion))
  for (const { questionId, formVersion, value } of rows) {
    const before = await getFormVersion(ctx, formId, formVersion)
    const { kept } = carryAnswers(before, after, { [questionId]: value })
    if (!(questionId in kept)) continue
    const again = { submissionId, questionId, value: kept[questionId], changedAt: ctx.now() }
    const made = await ctx.tx
      .insert(answers)
      .values(again)
      .onConflictDoNothing()
      .returning({ questionId: answers.questionId })
    // Answered anew meanwhile, the earlier answer stays beside the form.
    if (made.length > 0) await ctx.tx.delete(asideAnswers).where(keyOf(submissionId, questionId, formVersion))
  }
  const files = await ctx.tx
    .select({ id: submissionFiles.id, questionId: submissionFiles.questionId })
    .from(submissionFiles)
    .where(and(eq(submissionFiles.submissionId, submissionId), isNotNull(submissionFiles.asideAt)))
  const back = files.filter(({ questionId }) => keepsFiles(after, questionId)).map(({ id }) => id)
  if (back.length > 0)
    await ctx.tx.update(submissionFiles).set({ asideAt: null }).where(inArray(submissionFiles.id, back))
}

function keyOf(submissionId: string, questionId: string, formVersion: number) {
  return and(
    eq(asideAnswers.submissionId, submissionId),
    eq(asideAnswers.questionId, questionId),
    eq(asideAnswers.formVersion, formVersion),
  )
}

/** An answer or files beside a form: the question as it was asked, and what was answered. */
export type Aside = { question: Question; answer: unknown; fileNames: string[] }

/** What was set aside of a form, for its owner to read. */
export async function listAside(
  ctx: WorkContext,
  { id: submissionId, formId, formVersion }: Submission,
): Promise<Aside[]> {
  const rows = await ctx.tx.select().from(asideAnswers).where(eq(asideAnswers.submissionId, submissionId))
  const files = await ctx.tx
    .select({ questionId: submissionFiles.questionId, name: submissionFiles.name })
    .from(submissionFiles)
    .where(and(eq(submissionFiles.submissionId, submissionId), isNotNull(submissionFiles.asideAt)))
  const aside: Aside[] = []
  for (const { questionId, formVersion: asked, value } of rows) {
    const question = findQuestion(await getFormVersion(ctx, formId, asked), questionId)
    if (question) aside.push({ question, answer: value, fileNames: [] })
  }
  for (const questionId of new Set(files.map((file) => file.questionId))) {
    const question = await findEarlierQuestion(ctx, { formId, formVersion, questionId })
    const fileNames = files.filter((file) => file.questionId === questionId).map(({ name }) => name)
    if (question) aside.push({ question, answer: undefined, fileNames })
  }
  return aside
}

/** A question as the last version asked it that had it. */
async function findEarlierQuestion(
  ctx: WorkContext,
  { formId, formVersion, questionId }: { formId: string; formVersion: number; questionId: string },
): Promise<Question | undefined> {
  for (let version = formVersion; version >= 1; version -= 1) {
    const question = findQuestion(await getFormVersion(ctx, formId, version), questionId)
    if (question?.type === 'file') return question
  }
  return undefined
}
