import type { Page } from '@send/shared/forms/form-definition'
import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { Problem, ValidationContext } from '@send/shared/forms/questions/question-parts'
import { behaviourOf, type Question } from '@send/shared/forms/questions/question-types'

/** What is wrong when a page is sent with nothing in it, every question being required for once. */
export function listProblemsOfEmptyPage(page: Page, context: ValidationContext): Problem[] {
  return listPageQuestions(page).flatMap((question) => {
    const demanded: Question = { ...question, required: true }
    const { validate, emptyAnswer } = behaviourOf(demanded)
    return validate(emptyAnswer(), context)
  })
}
