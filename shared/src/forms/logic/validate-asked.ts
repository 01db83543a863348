import { inLanguage } from '../../texts/language.ts'
import type { Language } from '../../texts/language.ts'
import { isAnswered, validateAnswer } from '../answers.ts'
import type { Answers } from '../answers.ts'
import type { Page } from '../form-definition.ts'
import { listPageQuestions } from '../form-definition.ts'
import type { AskMember } from '../questions/group.ts'
import type { Problem } from '../questions/question-parts.ts'
import { validateAskedGroup } from '../questions/question-types.ts'
import type { FormState } from './evaluate.ts'
import { asAsked, askedForm, isShown, listBrokenRules, listCountedAnswers } from './form-state.ts'

/** What is wrong with a page of the asked form: its answers one by one, then the rules of those that are sound. */
export function validateAskedPage(state: FormState, page: Page, language: Language): Problem[] {
  return validateWith(state, { page, answers: listCountedAnswers(state), language })
}

/** What stands in the way of submitting the form; hidden questions and pages do not. */
export function validateAskedForm(state: FormState, language: Language): Problem[] {
  const answers = listCountedAnswers(state)
  return askedForm(state).pages.flatMap((page) => validateWith(state, { page, answers, language }))
}

function validateWith(
  state: FormState,
  { page, answers, language }: { page: Page; answers: Answers; language: Language },
): Problem[] {
  const context = { language, today: state.context.today }
  const ask: AskMember = (member) => ({
    question: asAsked(state, member),
    isShown: isShown(state, member.id),
    broken: listBrokenRules(state, member.id).map(({ message }) => message),
  })
  return listPageQuestions(page).flatMap((question) => {
    const answer = answers[question.id]
    const problems =
      question.type === 'group' && state.form.groups.has(question.id)
        ? validateAskedGroup(question, answer, { ...context, ask })
        : validateAnswer(question, answer, context)
    if (problems.length > 0 || !isAnswered(question, answers)) return problems
    return listBrokenRules(state, question.id).map(({ message }) => ({
      questionId: question.id,
      message: inLanguage(message, language),
    }))
  })
}
