import type { PageWindow } from '@send/shared/forms/answer-digest'
import type { Answers } from '@send/shared/forms/answers'
import { findPage } from '@send/shared/forms/form-definition'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import { askedPage } from '@send/shared/forms/logic/form-state'
import { validateAskedPage } from '@send/shared/forms/logic/validate-asked'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { getFormVersion } from '../forms/get-form-version.ts'
import { lockOwnSubmission } from './find-own-submission.ts'
import { listFiles, readAnswers } from './read-answers.ts'
import { confirmOffers, type Confirming } from './offers/confirm-offers.ts'
import { writePage, type WrittenPage } from './write-page.ts'

export type SavePage = {
  submissionId: string
  pageId: string
  answers: Answers
  language: 'en' | 'cy'
  /** Which window sends it; without one nothing is compared. */
  window?: PageWindow | undefined
  /** Sent while somebody types: the page does not count as looked at yet. */
  typing: boolean
  /** Answers that were offered and are confirmed by this. */
  confirmed?: Confirming | undefined
}
export type SavedPage = WrittenPage & {
  problems: Problem[]
  /** Questions whose offered answer can no longer be confirmed: what was typed is kept, and nothing was taken over. */
  refused: string[]
}

/** Keeps what its owner typed on a page, right or wrong, and says what is wrong with it. */
export async function savePage(ctx: ProcedureContext<Actor>, request: SavePage): Promise<SavedPage> {
  const { submissionId, pageId, answers: typed, window, typing } = request
  const submission = await lockOwnSubmission(ctx, submissionId, 'answer')
  const definition = await getFormVersion(ctx, submission.formId, submission.formVersion)
  const page = findPage(definition, pageId)
  if (!page) throw notFound()
  const confirming = request.confirmed ?? {}
  const confirmed = await confirmOffers(ctx, { submission, definition, page, posted: typed, confirming })
  const written = await writePage(ctx, {
    submissionId,
    page,
    posted: { ...typed, ...confirmed.answers },
    sources: confirmed.sources,
    window,
    isReview: !typing,
  })
  const object = { objectKind: 'submission', objectId: submissionId }
  await ctx.audit({ action: 'submissions.savePage', ...object, details: { pageId } })
  const all = await readAnswers(ctx, submissionId, definition, await listFiles(ctx, submissionId))
  const state = evaluateForm(definition, all, { today: dateInLondon(ctx.now()) })
  const problems = validateAskedPage(state, askedPage(state, page), request.language)
  return { ...written, problems, refused: confirmed.refused }
}
