import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { withFiles, type Answers } from '@send/shared/forms/answers'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { AnswerSource } from '@send/shared/submissions/offers/answer-source'
import { mayOpenFile, type FileState, type ScanRefusal } from '@send/shared/submissions/file-lifecycle'
import type { WorkContext } from '../context.ts'
import { getFileSettings } from '../files/file-settings.ts'
import { filesOf, type FileHolder } from './file-holder.ts'
import { answers, submissionFiles, submissions } from './tables.ts'

export type ListedFile = {
  fileId: string
  questionId: string
  name: string
  description: string | null
  mediaType: string
  size: number
  state: FileState
  refusal: ScanRefusal | null
  /** False of a file refused before its form was sent: to the questions it is no answer. */
  counts: boolean
  /** Whether whoever asked for the list may open it. */
  mayOpen: boolean
}

/** The files of a submission in the order in which they came, without those set aside. */
export async function listFiles(
  ctx: WorkContext,
  submissionId: string,
  opener: 'sender' | 'staff' = 'sender',
): Promise<ListedFile[]> {
  return listFilesOf(ctx, { submissionId }, opener)
}

/** The same of any form that holds files. */
export async function listFilesOf(
  ctx: WorkContext,
  key: FileHolder['key'],
  opener: 'sender' | 'staff',
): Promise<ListedFile[]> {
  const { id, questionId, name, description, mediaType, size, state, refusal, checkedAt } = submissionFiles
  const counts = sql<boolean>`${state} <> 'refused' or coalesce(${checkedAt} > ${submissions.submittedAt}, false)`
  const files = await ctx.tx
    .select({ fileId: id, questionId, name, description, mediaType, size, state, refusal, counts })
    .from(submissionFiles)
    .leftJoin(submissions, eq(submissions.id, submissionFiles.submissionId))
    .where(and(filesOf(key), isNull(submissionFiles.asideAt)))
    .orderBy(asc(submissionFiles.uploadedAt), asc(id))
  const unsettled = opener === 'staff' && files.some((file) => file.state === 'notScanned')
  const settings = unsettled ? await getFileSettings(ctx.tx) : { staffOpenUnscanned: false }
  return files.map((file) => ({ ...file, mayOpen: mayOpenFile(file.state, opener, settings) }))
}

type KeptAnswer = { questionId: string; value: unknown; confirmedFrom: AnswerSource | null }

/** The answers of a submission as they stand in the database. */
export async function listAnswers(ctx: WorkContext, submissionId: string): Promise<KeptAnswer[]> {
  const { questionId, value, confirmedFrom } = answers
  return ctx.tx
    .select({ questionId, value, confirmedFrom })
    .from(answers)
    .where(eq(answers.submissionId, submissionId))
}

/** Where the answers came from that somebody confirmed, by question. */
export function gatherSources(rows: KeptAnswer[]): Record<string, AnswerSource> {
  return Object.fromEntries(
    rows.flatMap(({ questionId, confirmedFrom }) => (confirmedFrom ? [[questionId, confirmedFrom]] : [])),
  )
}

/** All answers of a submission as typed; those of file questions name the files that really are there. */
export function gatherAnswers(definition: FormDefinition, rows: KeptAnswer[], files: ListedFile[]): Answers {
  const read: Answers = {}
  for (const { questionId, value } of rows) read[questionId] = value as Answers[string]
  return withFiles(definition, read, files)
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
