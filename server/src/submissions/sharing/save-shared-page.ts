import { findPage, listPageQuestions } from '@send/shared/forms/form-definition'
import { asTheSystem } from '../../as-the-system.ts'
import type { Actor, ProcedureContext } from '../../context.ts'
import { notFound, SendError } from '../../errors.ts'
import { getFormVersion } from '../../forms/get-form-version.ts'
import type { SavePage } from '../save-page.ts'
import { writePage, type WrittenPage } from '../write-page.ts'
import { lockHelpedForm } from './find-helper.ts'
import { requireOnPage } from './participant.ts'

/**
 * Keeps what a helper typed on a page, answer by answer as for the owner’s own windows. What is wrong with it is not said: it
 * may be wrong only because of another page. A helper signs nothing, is offered nothing, and the owner has not looked at the page by it.
 */
export async function saveSharedPage(
  ctx: ProcedureContext<Actor>,
  request: Omit<SavePage, 'typing' | 'language' | 'confirmed'>,
): Promise<WrittenPage> {
  const { submissionId, pageId } = request
  const { submission, helper } = await lockHelpedForm(ctx, submissionId)
  requireOnPage({ helper }, 'save', pageId)
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const page = findPage(definition, pageId)
  if (!page) throw notFound()
  const signs = listPageQuestions(page).some(
    ({ id, type }) => type === 'declaration' && id in request.answers,
  )
  if (signs) throw new SendError('bad-input', 'Only whose form it is can sign it.')
  const written = await asTheSystem(ctx, () =>
    writePage(ctx, { submissionId, page, posted: request.answers, window: request.window, isReview: false }),
  )
  const object = { objectKind: 'submission', objectId: submissionId }
  await ctx.audit({ action: 'sharedForms.savePage', ...object, details: { pageId } })
  return written
}
