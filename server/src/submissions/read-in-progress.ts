import type { InProgress } from '@send/shared/forms/versions/publish-impact'
import { and, inArray, isNull, ne } from 'drizzle-orm'
import type { WorkContext } from '../context.ts'
import { answers, submissionFiles } from './tables.ts'

/** The stored answers of several unsent forms, and the files given to their questions, read in two statements. */
export async function readInProgress(
  ctx: WorkContext,
  submissionIds: readonly string[],
): Promise<Map<string, InProgress>> {
  if (submissionIds.length === 0) return new Map()
  const ids = [...submissionIds]
  const [rows, files] = await Promise.all([
    ctx.tx.select().from(answers).where(inArray(answers.submissionId, ids)),
    ctx.tx
      .select()
      .from(submissionFiles)
      .where(
        and(
          inArray(submissionFiles.submissionId, ids),
          isNull(submissionFiles.asideAt),
          ne(submissionFiles.state, 'refused'),
        ),
      ),
  ])
  const read = new Map<string, { answers: Record<string, unknown>; fileIds: Record<string, string[]> }>()
  for (const id of ids) read.set(id, { answers: {}, fileIds: {} })
  for (const { submissionId, questionId, value } of rows) {
    const content = read.get(submissionId)
    if (content) content.answers[questionId] = value
  }
  for (const { id, submissionId, questionId } of files) {
    const fileIds = read.get(submissionId ?? '')?.fileIds
    if (fileIds) fileIds[questionId] = [...(fileIds[questionId] ?? []), id]
  }
  return read
}
