import { isAnswered, listAsked } from '@send/shared/forms/answers'
import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { Page } from '@send/shared/forms/form-definition'
import { validateAskedPage } from '@send/shared/forms/logic/validate-asked'
import { waitsForAnswer } from '@send/shared/forms/logic/waits-for-answer'
import { answersWithFiles, stateOf } from './mine.ts'
import type { MySubmission } from './mine.ts'

/** How far a part of a form has come. */
type TaskState = 'notStarted' | 'inProgress' | 'completed' | 'cannotStartYet'
/** A page as a task; `isOptional` where it may stay as it is. */
export type PageTask = { page: Page; state: TaskState; isOptional: boolean }

/** The pages of a form as tasks: those that are asked, and those of which it is open still whether they are. */
export function listPageTasks(submission: MySubmission): PageTask[] {
  const state = stateOf(submission)
  const answers = answersWithFiles(submission)
  const toReview = submission.moved?.pagesToReview ?? []
  return submission.whole.pages.flatMap((whole): PageTask[] => {
    const page = submission.definition.pages.find(({ id }) => id === whole.id)
    if (!page)
      return waitsForAnswer(state, whole) ? [{ page: whole, state: 'cannotStartYet', isOptional: false }] : []
    const questions = listAsked(listPageQuestions(page)).filter(({ type }) => type !== 'calculated')
    const isBegun = questions.some((question) => isAnswered(question, answers))
    // In which language the problems are worded does not matter: they are only counted.
    const isOpen = validateAskedPage(state, page, 'en').length > 0
    if (isOpen || toReview.includes(page.id))
      return [{ page, state: isBegun ? 'inProgress' : 'notStarted', isOptional: false }]
    const isSaved = questions.some(({ id }) => submission.answers[id] !== undefined && !isFile(page, id))
    const isDone = isBegun || isSaved || questions.length === 0
    return [{ page, state: isDone ? 'completed' : 'notStarted', isOptional: !isDone }]
  })
}

/** A file question always has an answer, also one without files. */
function isFile(page: Page, questionId: string): boolean {
  return listPageQuestions(page).some(({ id, type }) => id === questionId && type === 'file')
}
