import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { FormDefinition, Page } from '@send/shared/forms/form-definition'
import type { FileQuestion } from '@send/shared/forms/questions/file'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import type { Question } from '@send/shared/forms/questions/question-types'

/**
 * One screen of a form. Files have a screen of their own: a browser without scripts sends a file
 * with everything else on the page, so that other answers would be lost when a file is refused.
 */
export type FormStep =
  | { kind: 'page'; id: string; page: Page; questions: Question[] }
  | { kind: 'file'; id: string; page: Page; question: FileQuestion }

/** The screens of a form in order. */
export function listSteps(definition: FormDefinition): FormStep[] {
  return definition.pages.flatMap((page) => {
    const files = listPageQuestions(page).filter((question) => question.type === 'file')
    const others = listPageQuestions(page).filter((question) => question.type !== 'file')
    const steps: FormStep[] = files.map((question) => ({ kind: 'file', id: question.id, page, question }))
    if (others.length > 0 || files.length === 0)
      steps.unshift({ kind: 'page', id: page.id, page, questions: others })
    return steps
  })
}

/** The address of a screen: ids only, nothing about a child. */
export function stepHref(submissionId: string, step: FormStep): string {
  return `/submissions/${submissionId}/${step.kind === 'page' ? 'pages' : 'files'}/${step.id}`
}

/** Where "Save and continue" leads to: the next screen, or the answers to check; of a task back to the list. */
export function nextHref(submissionId: string, definition: FormDefinition, stepId: string): string {
  const next = stepBeside(definition, stepId, 1)
  if (next) return stepHref(submissionId, next)
  return definition.flow === 'taskList' ? listHref(submissionId) : `/submissions/${submissionId}/check`
}

/** Where "Back" leads to: the screen before, or the list of the parts of the form. */
export function previousHref(submissionId: string, definition: FormDefinition, stepId: string): string {
  const previous = stepBeside(definition, stepId, -1)
  return previous ? stepHref(submissionId, previous) : listHref(submissionId)
}

/** The screen before or after another; where pages are tasks, none of another page. */
function stepBeside(definition: FormDefinition, stepId: string, by: 1 | -1): FormStep | undefined {
  const steps = listSteps(definition)
  const place = steps.findIndex((step) => step.id === stepId)
  const beside = steps[place + by]
  return definition.flow === 'taskList' && beside?.page.id !== steps[place]?.page.id ? undefined : beside
}

/** The list of the parts of a form. */
export function listHref(submissionId: string): string {
  return `/submissions/${submissionId}`
}

/** The screen on which a problem can be mended. */
export function problemHref(submissionId: string, definition: FormDefinition, problem: Problem): string {
  const step = listSteps(definition).find((candidate) =>
    candidate.kind === 'file'
      ? candidate.id === problem.questionId
      : candidate.questions.some((question) => question.id === problem.questionId),
  )
  return step ? `${stepHref(submissionId, step)}?from=check` : `/submissions/${submissionId}`
}
