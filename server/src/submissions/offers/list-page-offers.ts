import type { Answers } from '@send/shared/forms/answers'
import type { FormDefinition, Page } from '@send/shared/forms/form-definition'
import { evaluateForm } from '@send/shared/forms/logic/evaluate'
import { ChildDetailsAnswer } from '@send/shared/forms/questions/child-details'
import { listOffers, mayOffer, type Offer } from '@send/shared/submissions/offers/list-offers'
import { isSameName } from '@send/shared/submissions/offers/named-child'
import { dateInLondon } from '@send/shared/values/plain-date'
import type { Actor, ProcedureContext } from '../../context.ts'
import type { Submission } from '../find-own-submission.ts'
import { findOfferable, type LinkedChild } from './find-offerable.ts'

type Filling = { submission: Submission; definition: FormDefinition; page: Page; answers: Answers }

/** What is offered on a page to the owner of a form: nothing of it is an answer before they confirm it. */
export async function listPageOffers(
  ctx: ProcedureContext<Actor>,
  { submission, definition, page, answers }: Filling,
): Promise<Offer[]> {
  if (submission.status !== 'inProgress' || !mayOffer(page, submission)) return []
  const offerable = await findOfferable(ctx, submission, page)
  const state = evaluateForm(definition, answers, { today: dateInLondon(ctx.now()) })
  const offers = listOffers({ definition, page, state, answers }, offerable)
  for (const { personId } of listShown(offers, offerable.linked)) {
    const object = { objectKind: 'person', objectId: personId, personId }
    await ctx.audit({ action: 'submissions.offerChild', ...object })
  }
  return offers
}

/** The children whose names are really shown: one whom an earlier form names already is not. */
function listShown(offers: Offer[], linked: LinkedChild[]): LinkedChild[] {
  const names = offers.flatMap(({ source, value }) => {
    const named = source.from === 'record' ? ChildDetailsAnswer.safeParse(value).data : undefined
    return named ? [named] : []
  })
  return linked.filter((child) => names.some((name) => isSameName(name, child)))
}
