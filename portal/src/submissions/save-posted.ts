import { isNotTyped, readPage, sortStorable } from '@send/shared/forms/answers'
import type { Answers } from '@send/shared/forms/answers'
import { findPage, listPageQuestions } from '@send/shared/forms/form-definition'
import type { Page } from '@send/shared/forms/form-definition'
import { askedForm, askedPage } from '@send/shared/forms/logic/form-state'
import { listShownPlaces } from '@send/shared/forms/logic/list-shown'
import { validateAskedPage } from '@send/shared/forms/logic/validate-asked'
import { editItems, findItemsEdit } from '@send/shared/forms/questions/edit-items'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { inLanguage } from '@send/shared/texts/language'
import type { Language } from '@send/shared/texts/language'
import { translator } from '@send/shared/texts/translator'
import { data } from 'react-router'
import { refusalId, serverApi } from '../api.ts'
import type { Visitor } from '../visitor.ts'
import { listElsewhereProblems } from './ChangedElsewhere.tsx'
import { readWindow } from './autosave/window-fields.ts'
import { problemTarget } from '../forms/questions/question-fields.tsx'
import { languageOfForm } from './form-language.ts'
import type { FormPlace } from './form-place.ts'
import { askForm, stateOf } from './mine.ts'
import type { MySubmission } from './mine.ts'
import { findConfirming } from './offers/confirm-intent.ts'
import type { Confirming } from './offers/confirm-intent.ts'
import { saveAt } from './save-at.ts'
import { shownField } from './shown-field.ts'

type Posted = { place: FormPlace; pageId: string; fields: Record<string, string> }

/** Saves a posted page, good or not, and says what became of it and what is wrong with it. */
export async function savePosted(visitor: Visitor, { place, pageId, fields }: Posted) {
  const api = serverApi(visitor)
  const submission = await askForm(api, place)
  const page = findPage(submission.whole, pageId)
  if (!page) throw data(null, { status: 404 })
  const edit = findItemsEdit(fields['intent'] ?? '')
  const read = readPage(page, (name) => fields[name] ?? '')
  const { answers: typed, goTo } = edit ? editItems(read, edit) : { answers: read, goTo: undefined }
  const { helping } = submission
  if (helping && helping.role !== 'edit') return { typed, outcome: 'readOnly' as const, helping }
  if (submission.status !== 'inProgress') return { typed, outcome: 'alreadySent' as const }
  const language = languageOfForm(submission.whole, visitor.language)
  const { storable, problems } = sortStorable(page, typed, language)
  const shownHere = fields[shownField]
  const confirmed = findConfirming(fields['intent'] ?? '', { page, typed, shown: shownHere })
  const toSave = { pageId: page.id, answers: storable, window: readWindow(fields), confirmed }
  const saved = await saveAt(api, place, toSave).catch((error: unknown) => {
    // Sent from another window in this very moment.
    if (refusalId(error) === 'conflict') return undefined
    throw error
  })
  if (!saved) return { typed, outcome: 'alreadySent' as const }
  if (saved.conflicts.length > 0) {
    const outcome = 'elsewhere' as const
    const said = listElsewhereProblems(page, {
      elsewhere: saved.conflicts,
      language,
      isShared: submission.isShared,
    })
    return { typed, outcome, elsewhere: saved.conflicts, problems: said }
  }
  if (saved.refused.length > 0) {
    const outcome = 'refused' as const
    return { typed, outcome, problems: listRefused(page, saved.refused, language) }
  }
  const { seen, shown, state, asked, fresh } = lookAt(submission, page, {
    storable,
    shown: shownHere,
  })
  // What comes into view only by this answer is asked first, and not found wrong before anybody saw it.
  const judged = shown.filter(({ id }) => seen.has(id) && id in storable)
  const found = validateAskedPage(state, { ...asked, questions: judged, sections: [] }, language)
  const others = found.filter((problem) => !fresh.some((at) => isAt(problem, at)))
  const notKept = problems.filter(({ questionId }) => shown.some(({ id }) => id === questionId))
  const inOrder = shown.flatMap(({ id }) =>
    [...notKept, ...others].filter((problem) => problem.questionId === id),
  )
  return {
    typed,
    outcome: 'saved' as const,
    problems: inOrder,
    allKept: notKept.length === 0,
    goTo: goTo ?? (confirmed && placeOfFirst(page, confirmed)),
    form: askedForm(state),
    more: fresh[0],
  }
}

/** The first question that was answered by a button, or the top of the page where none was. */
function placeOfFirst(page: Page, confirmed: Confirming): string {
  const first = listPageQuestions(page).find(({ id }) => id in confirmed)
  return first ? problemTarget({ questionId: first.id, message: '' }, first).slice(1) : 'main-content'
}

/** Says at each question that the answer which its owner was shown is not there to be used any more. */
function listRefused(page: Page, refused: readonly string[], language: Language): Problem[] {
  return listPageQuestions(page)
    .filter(({ id }) => refused.includes(id))
    .map(({ id, wording }) => {
      const question = inLanguage(wording, language)
      return { questionId: id, message: translator(language)('portal.offers.gone', { question }) }
    })
}

/**
 * The typed questions that a page shows with what was just saved, and which of them the sender had before their eyes: as
 * the posted page says, else as it was drawn from the answers before. `fresh` are the places of the others, also within
 * the items of groups.
 */
function lookAt(
  submission: MySubmission,
  page: Page,
  saved: { storable: Answers; shown: string | undefined },
) {
  const state = stateOf(submission, saved.storable)
  const asked = askedPage(state, page)
  const before = () => listShownPlaces(stateOf(submission), page)
  const seen = new Set<string>(saved.shown?.split(' ') ?? before())
  const questions = listPageQuestions(asked)
  const shown = questions.filter((question) => !isNotTyped(question))
  const notTyped = new Set<string>(questions.filter(isNotTyped).map(({ id }) => id))
  const fresh = listShownPlaces(state, page).filter((at) => !seen.has(at) && !notTyped.has(at))
  return { seen, shown, state, asked, fresh }
}

/** Whether a problem is one of the question at a place, or of what is in it. */
function isAt({ questionId, part = '' }: Problem, place: string): boolean {
  return `${questionId}.${part}.`.startsWith(`${place}.`)
}
