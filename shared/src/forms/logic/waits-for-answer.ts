import { isAnswered } from '../answers.ts'
import { findQuestion } from '../form-definition.ts'
import type { Page } from '../form-definition.ts'
import type { FormState } from './evaluate.ts'
import { isShown, listCountedAnswers } from './form-state.ts'
import { listReferredIds } from './list-references.ts'

/** Whether it is open still if a page is asked: an answer that decides it is asked for and not given yet. */
export function waitsForAnswer(state: FormState, page: Page): boolean {
  const { definition, shown } = state.form
  const node = shown.get(page.id)
  if (!page.showIf || node === undefined || state.results[node] !== 'unknown') return false
  const answers = listCountedAnswers(state)
  return listReferredIds(page.showIf).some((questionId) => {
    const question = findQuestion(definition, questionId)
    return question && isShown(state, questionId) && !isAnswered(question, answers)
  })
}
