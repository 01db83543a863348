import type { AnswerDigest } from '@send/shared/forms/answer-digest'
import type { Answers } from '@send/shared/forms/answers'
import type { FormDefinition, Page } from '@send/shared/forms/form-definition'
import type { AnswerSource } from '@send/shared/submissions/offers/answer-source'
import type { Actor, ProcedureContext } from '../../context.ts'
import type { Submission } from '../find-own-submission.ts'
import { listFiles, readAnswers } from '../read-answers.ts'
import { listPageOffers } from './list-page-offers.ts'

/** The answers that somebody confirmed, by question: which one it was stands there in short. */
export type Confirming = Record<string, AnswerDigest>

export type Confirmed = {
  answers: Answers
  sources: Record<string, AnswerSource>
  /** Questions whose answer is not offered any more: then nothing is confirmed at all. */
  refused: string[]
}

export const nothingConfirmed: Confirmed = { answers: {}, sources: {}, refused: [] }

type ToConfirm = {
  submission: Submission
  definition: FormDefinition
  page: Page
  posted: Answers
  confirming: Confirming
}

/** Looks anew at what is offered on a page, and takes of it what its owner was shown and says is right: all of it or nothing. */
export async function confirmOffers(
  ctx: ProcedureContext<Actor>,
  { submission, definition, page, posted, confirming }: ToConfirm,
): Promise<Confirmed> {
  const wanted = Object.entries(confirming)
  if (wanted.length === 0) return nothingConfirmed
  const object = { objectKind: 'submission', objectId: submission.id }
  const stored = await readAnswers(ctx, submission.id, definition, await listFiles(ctx, submission.id))
  // What stands in the box of a question is replaced by what its owner chose instead.
  const open = Object.entries({ ...stored, ...posted }).filter(([questionId]) => !(questionId in confirming))
  const answers: Answers = Object.fromEntries(open)
  const offers = await listPageOffers(ctx, { submission, definition, page, answers })
  const found = wanted.map(([questionId, digest]) =>
    offers.find((offer) => offer.questionId === questionId && offer.digest === digest && offer.fit === 'use'),
  )
  const taken = found.filter((offer) => offer !== undefined)
  const refused = wanted.filter((_, index) => found[index] === undefined).map(([questionId]) => questionId)
  const details = { pageId: page.id, confirmed: wanted.length - refused.length, refused: refused.length }
  await ctx.audit({ action: 'submissions.confirmAnswers', ...object, details })
  if (refused.length > 0) return { ...nothingConfirmed, refused }
  return {
    answers: Object.fromEntries(taken.map(({ questionId, value }) => [questionId, value])),
    sources: Object.fromEntries(taken.map(({ questionId, source }) => [questionId, source])),
    refused,
  }
}
