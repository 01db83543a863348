import type { Answers } from '@send/shared/forms/answers'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { LogicContext } from '@send/shared/forms/logic/run'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import { askedForm } from '@send/shared/forms/logic/form-state'
import type { AnswerSource } from '@send/shared/submissions/offers/answer-source'
import { withPaperPage } from '@send/shared/submissions/paper-page'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { WorkContext } from '../context.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import type { Submission } from '../submissions/find-own-submission.ts'
import {
  gatherAnswers,
  gatherSources,
  listAnswers,
  listFiles,
  type ListedFile,
} from '../submissions/read-answers.ts'

/** A form as it was submitted: its own version as far as it was asked, the answers as typed, the files. */
export type SubmittedForm = {
  definition: FormDefinition
  answers: Answers
  /** Where those answers came from that their sender confirmed and did not type. */
  sources: Record<string, AnswerSource>
  files: ListedFile[]
}

/** Reads a submitted form whole; one of staff with what it asked of its person when it was completed. */
export async function readSubmittedForm(
  ctx: WorkContext,
  submission: Pick<Submission, 'id' | 'formId' | 'formVersion' | 'receivedOn' | 'originId'>,
  person?: LogicContext['person'],
): Promise<SubmittedForm> {
  const published = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const whole = submission.originId === null ? published : withPaperPage(published)
  const files = await listFiles(ctx, submission.id, 'staff')
  const rows = await listAnswers(ctx, submission.id)
  const answers = gatherAnswers(whole, rows, files)
  const today = submission.receivedOn ?? dateInLondon(ctx.now())
  const definition = askedForm(evaluateForm(whole, answers, { today, person }))
  return { definition, files, answers, sources: gatherSources(rows) }
}
