import { newForm } from '../new-form.ts'
import { listQuestions, type FormDefinition } from '../form-definition.ts'
import type { Question } from '../questions/question-types.ts'
import { compareVersions } from '../versions/compare-versions.ts'
import type { VersionChange } from '../versions/version-change.ts'
import type { BankRevision } from './bank-question.ts'
import { takeRevision } from './place-question.ts'
import { saysTheSame } from './same-question.ts'

/** What the bank says today of a question that forms use. */
export type KnownBankQuestion = {
  questionId: string
  code: string
  retired: boolean
  latest: BankRevision
  /** The revisions that were asked for, as far as there are such. */
  held: readonly BankRevision[]
}

/**
 * What can be taken in place of what a question of a form says: a `newer` revision, or, because the question does not
 * say what its own revision says, that one again (`differs`).
 */
export type RevisionOffer = {
  kind: 'newer' | 'differs'
  /** The revision that is offered. */
  revision: number
  before: Question
  after: Question
  /** What would be another, part by part. */
  changes: VersionChange[]
}

/** What the bank offers for a question of a form, or undefined. */
export function findOffer(placed: Question, known: KnownBankQuestion | undefined): RevisionOffer | undefined {
  if (!placed.bank || !known) return undefined
  const { revision, passedOver = 0 } = placed.bank
  const held = known.held.find(({ number }) => number === revision)
  const isNewer = known.latest.number > revision
  if (isNewer && passedOver < known.latest.number) return offer('newer', known.latest)
  if (held && !saysTheSame(placed, held.content)) return offer('differs', held)
  return undefined

  function offer(kind: RevisionOffer['kind'], next: BankRevision): RevisionOffer {
    const after = takeRevision(placed, next, held)
    return {
      kind,
      revision: next.number,
      before: placed,
      after,
      changes: compareQuestions(placed, after),
    }
  }
}

/** What was found for a question, as long as neither it nor what is known changes. */
const found = new WeakMap<readonly KnownBankQuestion[], WeakMap<Question, RevisionOffer | null>>()

/**
 * All offers for the questions of a form, by the id of the question. An edit keeps every question that it does not
 * touch, so that only the touched one is compared again.
 */
export function listOffers(
  definition: FormDefinition,
  known: readonly KnownBankQuestion[],
): Map<string, RevisionOffer> {
  const before = found.get(known) ?? new WeakMap<Question, RevisionOffer | null>()
  found.set(known, before)
  const offers = new Map<string, RevisionOffer>()
  for (const question of listQuestions(definition)) {
    if (!question.bank) continue
    const { questionId } = question.bank
    let offer = before.get(question)
    if (offer === undefined) {
      offer =
        findOffer(
          question,
          known.find((one) => one.questionId === questionId),
        ) ?? null
      before.set(question, offer)
    }
    if (offer) offers.set(question.id, offer)
  }
  return offers
}

/** What differs between two states of one question, as versions of a form are compared. */
export function compareQuestions(before: Question, after: Question): VersionChange[] {
  const [one, other] = [holdQuestion(before), holdQuestion({ ...after, id: before.id })]
  // In the same place: what differs is the question.
  return compareVersions(one, {
    ...one,
    pages: one.pages.map((page) => ({ ...page, questions: questionsOf(other) })),
  })
}

/** A form that holds one question and nothing else, for everything that looks at questions within their form. */
export function holdQuestion(question: Question): FormDefinition {
  const form = newForm('BANK', { page: { en: '' }, question: { en: '' } })
  return { ...form, pages: form.pages.map((page) => ({ ...page, questions: [question] })) }
}

function questionsOf(definition: FormDefinition): Question[] {
  return definition.pages.flatMap(({ questions }) => questions)
}
