import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { FormDefinition, Page } from '@send/shared/forms/form-definition'
import type { FileQuestion } from '@send/shared/forms/questions/file'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import type { Question } from '@send/shared/forms/questions/question-types'
import type { FormPlace } from './form-place.ts'

/**
 * One screen of a form. Files have a screen of their own: a browser without scripts sends a file
 * with everything else on the page, so that other answers would be lost when a file is refused.
 */
export type FormStep =
  | { kind: 'page'; id: string; page: Page; questions: Question[] }
  | { kind: 'file'; id: string; page: Page; question: FileQuestion }

/** The screens of a form in order; for helpers, who read the names of files and send none, one of each page. */
export function listSteps({ isHelper }: FormPlace, definition: FormDefinition): FormStep[] {
  return definition.pages.flatMap((page) => {
    if (isHelper) return [{ kind: 'page', id: page.id, page, questions: listPageQuestions(page) }]
    const files = listPageQuestions(page).filter((question) => question.type === 'file')
    const others = listPageQuestions(page).filter((question) => question.type !== 'file')
    const steps: FormStep[] = files.map((question) => ({ kind: 'file', id: question.id, page, question }))
    if (others.length > 0 || files.length === 0)
      steps.unshift({ kind: 'page', id: page.id, page, questions: others })
    return steps
  })
}

/** The address of a screen: ids only, nothing about a child. */
export function stepHref({ base }: FormPlace, step: FormStep): string {
  return `${base}/${step.kind === 'page' ? 'pages' : 'files'}/${step.id}`
}

/** Where "Save and continue" leads to: the next screen, or the answers to check; of a task, and for helpers, back to the list. */
export function nextHref(place: FormPlace, definition: FormDefinition, stepId: string): string {
  const next = stepBeside(place, definition, { stepId, by: 1 })
  if (next) return stepHref(place, next)
  return place.isHelper || definition.flow === 'taskList' ? place.base : checkHref(place)
}

/** The answers to check, before the owner sends the form. */
export function checkHref({ base }: FormPlace): string {
  return `${base}/check`
}

/** Where "Back" leads to: the screen before, or the list of the parts of the form. */
export function previousHref(place: FormPlace, definition: FormDefinition, stepId: string): string {
  const previous = stepBeside(place, definition, { stepId, by: -1 })
  return previous ? stepHref(place, previous) : place.base
}

/** The screen before or after another; where pages are tasks, none of another page. */
function stepBeside(
  formPlace: FormPlace,
  definition: FormDefinition,
  { stepId, by }: { stepId: string; by: 1 | -1 },
): FormStep | undefined {
  const steps = listSteps(formPlace, definition)
  const place = steps.findIndex((step) => step.id === stepId)
  const beside = steps[place + by]
  return definition.flow === 'taskList' && beside?.page.id !== steps[place]?.page.id ? undefined : beside
}

/** The screen on which a problem can be mended. */
export function problemHref(place: FormPlace, definition: FormDefinition, problem: Problem): string {
  const step = listSteps(place, definition).find((candidate) =>
    candidate.kind === 'file'
      ? candidate.id === problem.questionId
      : candidate.questions.some((question) => question.id === problem.questionId),
  )
  return step ? `${stepHref(place, step)}?from=check` : place.base
}
