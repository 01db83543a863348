import { and, eq, inArray, sql } from 'drizzle-orm'
import { listQuestions } from '@send/shared/forms/form-definition'
import type { FormState } from '@send/shared/forms/logic/evaluate'
import { listCountedAnswers } from '@send/shared/forms/logic/form-state'
import type { Actor, ProcedureContext } from '../context.ts'
import type { ListedFile } from './read-answers.ts'
import { answers, submissionFiles } from './tables.ts'

type Kept = { submissionId: string; state: FormState; rows: { questionId: string }[]; files: ListedFile[] }

/**
 * Leaves of a form that is being sent only what counts: answers and files of hidden questions go, also those within the
 * items of groups, and calculated values are kept as they stand on this day. Says how many files are left.
 */
export async function keepCounted(ctx: ProcedureContext<Actor>, kept: Kept): Promise<{ files: number }> {
  const { submissionId, state, rows, files } = kept
  const counted = new Map(Object.entries(listCountedAnswers(state)))
  const hidden = rows.map(({ questionId }) => questionId).filter((id) => !counted.has(id))
  if (hidden.length > 0) {
    await ctx.tx
      .delete(answers)
      .where(and(eq(answers.submissionId, submissionId), inArray(answers.questionId, hidden)))
  }
  const hiddenFiles = files.filter(({ questionId }) => !counted.has(questionId))
  for (const { fileId } of hiddenFiles) {
    const [removed] = await ctx.tx
      .delete(submissionFiles)
      .where(eq(submissionFiles.id, fileId))
      .returning({ blobId: submissionFiles.blobId })
    if (removed?.blobId) await ctx.files.remove(ctx.tx, removed.blobId)
    await ctx.audit({ action: 'submissions.removeFile', objectKind: 'file', objectId: fileId })
  }
  const asCounted = listQuestions(state.form.definition).flatMap(({ id, type }) => {
    const isRewritten = type === 'calculated' || state.form.groups.has(id)
    const value = isRewritten ? counted.get(id) : undefined
    return value === undefined ? [] : [{ submissionId, questionId: id, value, changedAt: ctx.now() }]
  })
  if (asCounted.length > 0) {
    const target = [answers.submissionId, answers.questionId]
    const set = { value: sql`excluded.value`, changedAt: ctx.now() }
    await ctx.tx.insert(answers).values(asCounted).onConflictDoUpdate({ target, set })
  }
  return { files: files.length - hiddenFiles.length }
}
