import type { Answers } from '@send/shared/forms/answers'
import { listPageQuestions } from '@send/shared/forms/form-definition'
import type { Page } from '@send/shared/forms/form-definition'
import type { FormState } from '@send/shared/forms/logic/evaluate'
import { changesWithin, listShownPlaces } from '@send/shared/forms/logic/list-shown'
import type { ReactNode } from 'react'
import { useAutosave } from './autosave/use-autosave.ts'
import type { PageAutosave } from './autosave/use-autosave.ts'
import { writeSeen } from './autosave/window-fields.ts'
import { WindowInputs } from './autosave/WindowInputs.tsx'
import type { LivePage } from './live-page.ts'
import { stateOf } from './mine.ts'
import type { MySubmission } from './mine.ts'
import { shownField } from './shown-field.ts'

type PageFormProps = {
  submission: MySubmission
  page: Page
  answers: Answers
  autosave: PageAutosave
  children: ReactNode
}

/** The id of the form, by which the way back above it belongs to it. */
export const pageFormId = 'page'

/**
 * The form of one page. It says which questions it shows, so that the server knows what nobody has seen yet; where
 * answers on the page bring up others, it carries what a browser with scripts needs to do so at once.
 */
export function PageForm({ submission, page, answers, autosave, children }: PageFormProps) {
  const state = stateOf(submission, answers)
  const { form } = state
  const questions = listPageQuestions(page)
  const parts = [...(page.sections ?? []), ...questions]
  const changes =
    parts.some(({ id }) => form.shown.has(id)) ||
    questions.some(({ id, type }) => {
      const group = form.groups.get(id)
      return type === 'calculated' || form.options.has(id) || (group && changesWithin(group))
    })
  const asksHere = questions.some(({ id }) => form.values.has(id))
  // Only the answers of other pages on which something here depends leave the server once more.
  const elsewhere = Object.fromEntries(
    Object.entries(answers).filter(
      ([id]) => isAskedFor(state, id) && !questions.some((asked) => asked.id === id),
    ),
  )
  const live: LivePage = {
    definition: submission.whole,
    pageId: page.id,
    answers: elsewhere,
    today: state.context.today,
  }
  return (
    <form
      id={pageFormId}
      method="post"
      noValidate
      data-live-page={changes && asksHere ? JSON.stringify(live) : undefined}
      data-autosave={JSON.stringify(useAutosave(submission, page.id, autosave))}
    >
      {children}
      <input type="hidden" name={shownField} defaultValue={listShownPlaces(state, page).join(' ')} />
      <WindowInputs windowId={autosave.windowId} seen={writeSeen(page, submission.answers)} />
    </form>
  )
}

/** Whether anything depends on the answer to a question. */
function isAskedFor({ form }: FormState, questionId: string): boolean {
  const node = form.values.get(questionId)
  return node !== undefined && (form.dependents[node]?.length ?? 0) > 0
}
