import { AnswerDigest } from '@send/shared/forms/answer-digest'
import { isAnswered } from '@send/shared/forms/answers'
import type { Answers } from '@send/shared/forms/answers'
import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { Page } from '@send/shared/forms/form-definition'
import type { Offer } from '@send/shared/submissions/offers/list-offers'
import { QuestionId } from '@send/shared/values/ids'

/** Which offered answers are confirmed, by question: the one that was shown, in short. */
export type Confirming = Record<string, string>

type Shown = Pick<Offer, 'questionId' | 'digest'>

/** What the button of one offered answer says when it is pressed. */
export function confirmIntent(offer: Shown): string {
  return `use ${inShort(offer)}`
}

/** The same of the button for all of a page. */
export function confirmAllIntent(offers: readonly Shown[]): string {
  return `useAll ${offers.map(inShort).join(' ')}`
}

function inShort({ questionId, digest }: Shown): string {
  return `${questionId}:${digest}`
}

/** The offered answers that can be used together: of each question one, where only one is offered. */
export function listForAll(offers: readonly Offer[]): Offer[] {
  const usable = offers.filter(({ fit }) => fit === 'use')
  return usable.filter(({ questionId }) => usable.filter((one) => one.questionId === questionId).length === 1)
}

type Posted = { page: Page; typed: Answers; shown: string | undefined }

/**
 * The answers that a pressed button confirms; undefined of any other button. All of a page are those whose question its sender
 * sees and has not answered meanwhile.
 */
export function findConfirming(intent: string, { page, typed, shown }: Posted): Confirming | undefined {
  const [verb, ...pairs] = intent.split(' ')
  if (verb !== 'use' && verb !== 'useAll') return undefined
  const open = new Set(shown?.split(' '))
  const confirming: Confirming = {}
  for (const pair of pairs) {
    const [questionId = '', digest] = pair.split(':')
    const question = listPageQuestions(page).find(({ id }) => id === questionId)
    if (!question || !QuestionId.safeParse(questionId).success || !AnswerDigest.safeParse(digest).success)
      continue
    if (verb === 'useAll' && ((shown !== undefined && !open.has(questionId)) || isAnswered(question, typed)))
      continue
    confirming[questionId] = digest ?? ''
  }
  return confirming
}
