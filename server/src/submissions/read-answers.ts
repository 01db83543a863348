import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Answers } from '@send/shared/forms/answers'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { listQuestions } from '@send/shared/forms/form-definition'
import type { WorkContext } from '../context.ts'
import { answers, submissionFiles } from './tables.ts'

export type ListedFile = {
  fileId: string
  questionId: string
  name: string
  mediaType: string
  size: number
  state: 'notScanned'
}

/** The files of a submission in the order in which they came, without those set aside. */
export async function listFiles(ctx: WorkContext, submissionId: string): Promise<ListedFile[]> {
  const { id, questionId, name, mediaType, size, state } = submissionFiles
  return ctx.tx
    .select({ fileId: id, questionId, name, mediaType, size, state })
    .from(submissionFiles)
    .where(and(eq(submissionFiles.submissionId, submissionId), isNull(submissionFiles.asideAt)))
    .orderBy(asc(submissionFiles.uploadedAt), asc(id))
}

type KeptAnswer = { questionId: string; value: unknown }

/** The answers of a submission as they stand in the database. */
export async function listAnswers(ctx: WorkContext, submissionId: string): Promise<KeptAnswer[]> {
  const { questionId, value } = answers
  return ctx.tx.select({ questionId, value }).from(answers).where(eq(answers.submissionId, submissionId))
}

/** All answers of a submission as typed; those of file questions name the files that really are there. */
export function gatherAnswers(definition: FormDefinition, rows: KeptAnswer[], files: ListedFile[]): Answers {
  const read: Answers = {}
  for (const { questionId, value } of rows) read[questionId] = value as Answers[string]
  for (const question of listQuestions(definition)) {
    if (question.type !== 'file') continue
    const own = files.filter((file) => file.questionId === question.id)
    read[question.id] = { fileIds: own.map((file) => file.fileId) }
  }
  return read
}

/** Reads and gathers all answers of a submission. */
export async function readAnswers(
  ctx: WorkContext,
  submissionId: string,
  definition: FormDefinition,
  files: ListedFile[],
): Promise<Answers> {
  return gatherAnswers(definition, await listAnswers(ctx, submissionId), files)
}
