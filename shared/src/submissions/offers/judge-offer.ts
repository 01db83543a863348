import type { Page } from '../../forms/form-definition.ts'
import { changeAnswer } from '../../forms/logic/evaluate.ts'
import type { FormState } from '../../forms/logic/evaluate.ts'
import { askedPage } from '../../forms/logic/form-state.ts'
import { validateAskedPage } from '../../forms/logic/validate-asked.ts'
import { behaviourOf } from '../../forms/questions/question-types.ts'
import type { Answer, Question, QuestionType } from '../../forms/questions/question-types.ts'

/** Nobody signs by an earlier signature, files hang on their own form, and the others have no answer of their own. */
const neverOffered: readonly QuestionType[] = ['declaration', 'file', 'calculated', 'guidance']

/** Whether an answer to a question of this type can be taken over from elsewhere. */
export function canBeOffered(type: QuestionType): boolean {
  return !neverOffered.includes(type)
}

/** `use`: it can be confirmed as it is. `read`: it is only there to be read and copied from. */
export type OfferFit = 'use' | 'read'

type Offered = {
  /** The question as it was asked when the answer was given; undefined of a fact. */
  asked: Question | undefined
  value: unknown
  state: FormState
  page: Page
}

/**
 * Whether a value can answer a question as it is asked now. It must be of the same type and read the same, so that a
 * choice whose words changed is not confirmed by its number; and it must keep the rules. A text that breaks one is still
 * worth reading. A fact is offered even where more is asked: the rest is typed.
 */
export function judgeOffer(
  question: Question,
  { asked, value, state, page }: Offered,
): { value: Answer; fit: OfferFit } | undefined {
  const behaviour = behaviourOf(question)
  const answer = behaviour.parse(value)
  if (answer === undefined || behaviour.isEmpty(answer)) return undefined
  if (!asked) return { value: answer, fit: 'use' }
  if (asked.type !== question.type || behaviourOf(asked).isEmpty(value)) return undefined
  if (behaviourOf(asked).display(value, 'en') !== behaviour.display(answer, 'en')) return undefined
  if (isSound(question, { answer, state, page })) return { value: answer, fit: 'use' }
  return isText(question) ? { value: answer, fit: 'read' } : undefined
}

/** Also what the page makes of it: required parts, options that are offered here, and the rules of the form. */
function isSound(
  question: Question,
  { answer, state, page }: { answer: Answer; state: FormState; page: Page },
): boolean {
  const context = { language: 'en', today: state.context.today } as const
  if (behaviourOf(question).validate(answer, context).length > 0) return false
  const filled = changeAnswer(state, question.id, answer)
  const problems = validateAskedPage(filled, askedPage(filled, page), 'en')
  return !problems.some(({ questionId }) => questionId === question.id)
}

function isText({ type }: Question): boolean {
  return type === 'shortText' || type === 'longText'
}
