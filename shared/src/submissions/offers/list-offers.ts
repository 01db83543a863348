import { digestAnswer } from '../../forms/answer-digest.ts'
import type { AnswerDigest } from '../../forms/answer-digest.ts'
import { isAnswered } from '../../forms/answers.ts'
import type { Answers } from '../../forms/answers.ts'
import { findChildAnswer } from '../../forms/answers.ts'
import { findQuestion, listPageQuestions } from '../../forms/form-definition.ts'
import type { FormDefinition, Page } from '../../forms/form-definition.ts'
import type { FormState } from '../../forms/logic/evaluate.ts'
import { emptyChildDetails } from '../../forms/questions/child-details.ts'
import type { Answer, Question } from '../../forms/questions/question-types.ts'
import type { QuestionId } from '../../values/ids.ts'
import { typedDateOf } from '../../values/plain-date.ts'
import type { AnswerSource, EarlierFormSource } from './answer-source.ts'
import { canBeOffered, judgeOffer } from './judge-offer.ts'
import type { OfferFit } from './judge-offer.ts'
import { findNamedChild, isSameChild, isSameName } from './named-child.ts'
import type { NamedChild } from './named-child.ts'

/** A form that the asker sent, as far as it may answer something again. */
export type EarlierForm = Omit<EarlierFormSource, 'from'> & { definition: FormDefinition; answers: Answers }

/** What may be offered to the one who asks: everything in here is theirs to see already. */
export type Offerable = {
  /** Their own sent forms, the last one first. */
  earlier: readonly EarlierForm[]
  /** The child about whom the authority asked them; null where it did not. */
  askedChild: NamedChild | null
  /** The names of the children for whom they are authenticated. */
  linked: readonly Pick<NamedChild, 'givenNames' | 'familyName'>[]
}

/** An answer that is shown beside a question and is no part of the form before its owner says so. */
export type Offer = {
  questionId: QuestionId
  value: Answer
  /** The value in short: what is confirmed is what was shown, or nothing. */
  digest: AnswerDigest
  source: AnswerSource
  /** `read`: it breaks a rule of the question now, and is shown to be copied from. */
  fit: OfferFit
}

/** The most answers that are offered to one question, such as several children. */
export const mostOffers = 5

type Filling = { definition: FormDefinition; page: Page; state: FormState; answers: Answers }

/** What is offered on a page to the questions that have no answer, in their order. */
export function listOffers(filling: Filling, offerable: Offerable): Offer[] {
  const { page, answers } = filling
  return listPageQuestions(page)
    .filter((question) => canBeOffered(question.type) && !isAnswered(question, answers))
    .flatMap((question) => offersTo(question, filling, offerable))
}

/** Whether anything could be offered on a page at all. */
export function mayOffer(page: Page, { askedChild }: Pick<Offerable, 'askedChild'>): boolean {
  return listPageQuestions(page).some(
    ({ prefill, type }) => prefill !== undefined || (type === 'childDetails' && askedChild !== null),
  )
}

type Candidate = { asked?: Question | undefined; value: unknown; source: AnswerSource }

function offersTo(question: Question, filling: Filling, offerable: Offerable): Offer[] {
  const seen = new Set<AnswerDigest>()
  return listCandidates(question, filling, offerable)
    .flatMap(({ asked, value, source }): Offer[] => {
      const judged = judgeOffer(question, { asked, value, state: filling.state, page: filling.page })
      if (!judged) return []
      const digest = digestAnswer(question, judged.value)
      if (seen.has(digest)) return []
      seen.add(digest)
      return [{ questionId: question.id, value: judged.value, digest, source, fit: judged.fit }]
    })
    .slice(0, mostOffers)
}

function listCandidates(question: Question, filling: Filling, offerable: Offerable): Candidate[] {
  if (question.type === 'childDetails') return listChildren(question, offerable)
  const { prefill } = question
  if (prefill?.from !== 'form') return []
  for (const form of formsAboutTheChild(filling, offerable)) {
    if (form.definition.code !== prefill.code) continue
    const found = answerIn(form, prefill.questionId)
    // Of several forms the last one counts that asked it.
    if (found) return [found]
  }
  return []
}

/** Each child once: as asked about, as typed last, or by the name alone that the authority shows. */
function listChildren({ prefill }: Question, { earlier, askedChild, linked }: Offerable): Candidate[] {
  if (askedChild) return [{ value: detailsOf(askedChild), source: { from: 'request' } }]
  if (!prefill || prefill.from === 'person') return []
  const candidates: (Candidate & { child: NamedChild })[] = []
  for (const form of earlier) {
    if (prefill.from === 'form' && form.definition.code !== prefill.code) continue
    const { child, questionId } = childIn(form)
    if (!child || !questionId || candidates.some((known) => isSameChild(known.child, child))) continue
    const found = answerIn(form, questionId)
    if (found) candidates.push({ ...found, child })
  }
  const names = prefill.from === 'child' ? linked : []
  const unnamed = names.filter((name) => !candidates.some(({ child }) => isSameName(child, name)))
  return [
    ...candidates,
    ...unnamed.map((name): Candidate => {
      return { value: detailsOf({ ...name, dateOfBirth: null }), source: { from: 'record' } }
    }),
  ]
}

/**
 * The earlier forms that are about the child of this one. While this form names nobody, they count only if all of them
 * are about one child: else they would tell of one under the name of another.
 */
function formsAboutTheChild(
  { definition, answers }: Filling,
  { earlier, askedChild }: Offerable,
): readonly EarlierForm[] {
  const typed = findChildAnswer(definition, answers)
  const child = findNamedChild(typed) ?? askedChild ?? (earlier[0] && childIn(earlier[0]).child)
  if (!child) return []
  const same = earlier.filter((form) => {
    const other = childIn(form).child
    return other !== undefined && isSameChild(child, other)
  })
  const isNamed = findNamedChild(typed) !== undefined || askedChild !== null
  return isNamed || same.length === earlier.length ? same : []
}

function childIn({ definition, answers }: EarlierForm) {
  const pages = definition.pages.flatMap(listPageQuestions)
  const questionId = pages.find(({ type }) => type === 'childDetails')?.id
  return { questionId, child: questionId ? findNamedChild(answers[questionId]) : undefined }
}

function answerIn(
  { definition, answers, title, on }: EarlierForm,
  questionId: string,
): Candidate | undefined {
  const asked = findQuestion(definition, questionId)
  if (!asked || !(questionId in answers)) return undefined
  return { asked, value: answers[questionId], source: { from: 'form', title, on } }
}

function detailsOf({ givenNames, familyName, dateOfBirth }: NamedChild) {
  const birth = dateOfBirth === null ? {} : { dateOfBirth: typedDateOf(dateOfBirth) }
  return { ...emptyChildDetails(), givenNames, familyName, ...birth }
}
