import type { Answers } from '@send/shared/forms/answers'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { WorkContext } from '../context.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { listFiles, readAnswers, type ListedFile } from '../submissions/read-answers.ts'

/** A form as it was submitted: its own version, the answers as typed, the files. */
export type SubmittedForm = { definition: FormDefinition; answers: Answers; files: ListedFile[] }

/** Reads a submitted form whole. */
export async function readSubmittedForm(
  ctx: WorkContext,
  submission: { id: string; formId: string; formVersion: number },
): Promise<SubmittedForm> {
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const files = await listFiles(ctx, submission.id)
  return { definition, files, answers: await readAnswers(ctx, submission.id, definition, files) }
}
