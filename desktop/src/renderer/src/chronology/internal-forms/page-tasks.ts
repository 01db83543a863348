import { isAnswered, listAsked } from '@send/shared/forms/answers'
import { listPageQuestions, type Page } from '@send/shared/forms/form-definition'
import type { FormState } from '@send/shared/forms/logic/evaluate'
import { askedForm, listCountedAnswers } from '@send/shared/forms/logic/form-state'
import { validateAskedPage } from '@send/shared/forms/logic/validate-asked'
import type { Problem } from '@send/shared/forms/questions/question-parts'

export type PageTask = { page: Page; progress: 'done' | 'begun' | 'notBegun'; problems: Problem[] }

/**
 * The pages that the answers ask for, and how far each is: done means that nothing on it stands in the way, and that
 * something is answered where anything is asked.
 */
export function listPageTasks(state: FormState): PageTask[] {
  const counted = listCountedAnswers(state)
  return askedForm(state).pages.map((page) => {
    const problems = validateAskedPage(state, page, 'en')
    const asked = listAsked(listPageQuestions(page))
    const answered =
      asked.length === 0 ||
      asked.some((question) => question.type !== 'calculated' && isAnswered(question, counted))
    const begun = answered ? 'begun' : 'notBegun'
    return { page, problems, progress: problems.length === 0 && answered ? 'done' : begun }
  })
}
