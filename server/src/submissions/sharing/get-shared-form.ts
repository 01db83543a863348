import type { Answers } from '@send/shared/forms/answers'
import { listQuestions } from '@send/shared/forms/form-definition'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import { restrictForm } from '@send/shared/forms/logic/restrict-form'
import { isOpenPage, type HelperPages, type HelperRole } from '@send/shared/submissions/form-helpers'
import { dateInLondon } from '@send/shared/values/plain-date'
import { asTheSystem } from '../../as-the-system.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import { gatherAnswers, listAnswers, listFiles, type ListedFile } from '../read-answers.ts'
import { getHelpedForm } from './find-helper.ts'

export type SharedForm = {
  submissionId: string
  formId: string
  version: number
  /** The pages that are open to the helper, and nothing that tells of others. */
  definition: FormDefinition
  role: HelperRole
  pageIds: HelperPages
  ownerName: string
  answers: Answers
  files: ListedFile[]
  changedAt: string
}

/** A form that the asker helps with: of the pages that are open to them what is asked, the answers and the names of files. */
export async function getSharedForm(ctx: ProcedureContext<Actor>, submissionId: string): Promise<SharedForm> {
  const { submission, ownerName, helper } = await getHelpedForm(ctx, submissionId)
  const { formId, formVersion: version, changedAt } = submission
  const { role, pageIds } = helper
  const whole = await getFormVersion(ctx, formId, version)
  const [files, rows] = await asTheSystem(ctx, () =>
    Promise.all([listFiles(ctx, submissionId), listAnswers(ctx, submissionId)]),
  )
  const all = gatherAnswers(whole, rows, files)
  const state = evaluateForm(whole, all, { today: dateInLondon(ctx.now()) })
  const definition = restrictForm(state, (pageId) => isOpenPage(pageIds, pageId))
  const open = new Set(listQuestions(definition).map(({ id }) => id))
  await ctx.audit({ action: 'sharedForms.get', objectKind: 'submission', objectId: submissionId })
  return {
    submissionId,
    formId,
    version,
    definition,
    role,
    pageIds,
    ownerName,
    answers: Object.fromEntries(Object.entries(all).filter(([questionId]) => open.has(questionId))),
    // What is in a file is for its owner to open.
    files: files
      .filter(({ questionId }) => open.has(questionId))
      .map((file) => ({ ...file, mayOpen: false })),
    changedAt: changedAt.toISOString(),
  }
}
