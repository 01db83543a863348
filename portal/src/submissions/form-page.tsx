import { isNotTyped, readPage, sortStorable } from '@send/shared/forms/answers'
import type { Answers } from '@send/shared/forms/answers'
import { findPage, listPageQuestions } from '@send/shared/forms/form-definition'
import type { FormDefinition, Page } from '@send/shared/forms/form-definition'
import { askedForm, askedPage } from '@send/shared/forms/logic/form-state'
import { listShownPlaces } from '@send/shared/forms/logic/list-shown'
import { validateAskedPage } from '@send/shared/forms/logic/validate-asked'
import { editItems, findItemsEdit } from '@send/shared/forms/questions/edit-items'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { newId } from '@send/shared/values/ids'
import { data, redirect } from 'react-router'
import type { Route } from './+types/form-page'
import { KeptErrorPage } from '../accounts/KeptErrorPage.tsx'
import { refusalId, serverApi } from '../api.ts'
import { isSignInRefusal } from '../from-server.ts'
import { useOfRequest } from '../of-request.tsx'
import { answersWithPage, visitorContext } from '../visitor.ts'
import { AlreadySent } from './AlreadySent.tsx'
import { listElsewhereProblems } from './ChangedElsewhere.tsx'
import type { Elsewhere } from './ChangedElsewhere.tsx'
import { FormPageBody } from './FormPageBody.tsx'
import { keepKey } from './autosave/keep-key.ts'
import { readWindow } from './autosave/window-fields.ts'
import { keptOf } from './kept.ts'
import { languageOfForm } from './form-language.ts'
import { nextHref, previousHref } from './form-steps.ts'
import { answersWithFiles, askMine, getMyDraft, getMySubmission, mySubmission, stateOf } from './mine.ts'
import type { MySubmission } from './mine.ts'
import { readFields } from './read-fields.ts'
import { shownField } from './shown-field.ts'

export async function loader(args: Route.LoaderArgs) {
  // After an action that shows a page of its own, a redirect would lose what was typed.
  const asShown = args.context.get(answersWithPage)
  const submission = asShown ? await getMySubmission(args) : await getMyDraft(args)
  if (!findPage(submission.whole, args.params.pageId)) throw data(null, { status: 404 })
  if (!asShown && !findPage(submission.definition, args.params.pageId)) {
    // Hidden by other answers meanwhile: the list of parts leads on.
    throw redirect(`/submissions/${submission.submissionId}`)
  }
  return {
    more: new URL(args.request.url).searchParams.has('more'),
    windowId: newId(),
    key: keepKey(args.context.get(visitorContext), args.params),
  }
}

async function savePosted(args: Route.ActionArgs, fields: Record<string, string>) {
  const { context, params } = args
  const visitor = context.get(visitorContext)
  const api = serverApi(visitor)
  const { submissionId } = params
  const submission = await askMine(api, submissionId)
  const page = findPage(submission.whole, params.pageId)
  if (!page) throw data(null, { status: 404 })
  const edit = findItemsEdit(fields['intent'] ?? '')
  const read = readPage(page, (name) => fields[name] ?? '')
  const { answers: typed, goTo } = edit ? editItems(read, edit) : { answers: read, goTo: undefined }
  if (submission.status !== 'inProgress') return { submission, typed, outcome: 'alreadySent' as const }
  const language = languageOfForm(submission.whole, visitor.language)
  const { storable, problems } = sortStorable(page, typed, language)
  const input = { submissionId, pageId: page.id, answers: storable, window: readWindow(fields) }
  const saved = await api.submissions.savePage.mutate(input).catch((error: unknown) => {
    // Sent from another window in this very moment.
    if (refusalId(error) === 'conflict') return undefined
    throw error
  })
  if (!saved) return { submission, typed, outcome: 'alreadySent' as const }
  if (saved.conflicts.length > 0) {
    const outcome = 'elsewhere' as const
    return {
      submission,
      typed,
      outcome,
      elsewhere: saved.conflicts,
      problems: listElsewhereProblems(page, saved.conflicts, language),
    }
  }
  const { seen, shown, state, asked, fresh } = lookAt(submission, page, {
    storable,
    shown: fields[shownField],
  })
  // What comes into view only by this answer is asked first, and not found wrong before anybody saw it.
  const judged = shown.filter(({ id }) => seen.has(id) && id in storable)
  const found = validateAskedPage(state, { ...asked, questions: judged, sections: [] }, language)
  const others = found.filter((problem) => !fresh.some((place) => isAt(problem, place)))
  const notKept = problems.filter(({ questionId }) => shown.some(({ id }) => id === questionId))
  const inOrder = shown.flatMap(({ id }) =>
    [...notKept, ...others].filter((problem) => problem.questionId === id),
  )
  return {
    submission,
    typed,
    outcome: 'saved' as const,
    problems: inOrder,
    allKept: notKept.length === 0,
    goTo,
    form: askedForm(state),
    more: fresh[0],
  }
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
  const fresh = listShownPlaces(state, page).filter((place) => !seen.has(place) && !notTyped.has(place))
  return { seen, shown, state, asked, fresh }
}

/** Whether a problem is one of the question at a place, or of what is in it. */
function isAt({ questionId, part = '' }: Problem, place: string): boolean {
  return `${questionId}.${part}.`.startsWith(`${place}.`)
}

/** Where a page leads that was saved without a problem: to the questions that came up, to the check, or on. */
function hrefAfter(
  url: URL,
  {
    submissionId,
    pageId,
    form,
    more,
  }: { submissionId: string; pageId: string; form: FormDefinition; more: string | undefined },
): string {
  const fromCheck = url.searchParams.get('from') === 'check'
  if (more !== undefined) return `${url.pathname}?more=1${fromCheck ? '&from=check' : ''}#${more}`
  return fromCheck ? `/submissions/${submissionId}/check` : nextHref(submissionId, form, pageId)
}

/** Saves what was typed, good or not; then goes on, stays with the problems, or leaves for later. */
export async function action(args: Route.ActionArgs) {
  const { params, request } = args
  const fields = await readFields(request)
  const { submissionId, pageId } = params
  try {
    const { typed, ...result } = await savePosted(args, fields)
    if (result.outcome === 'alreadySent') {
      args.context.set(answersWithPage, true)
      return data({ ...nothing, typed, alreadySent: true }, { status: 409 })
    }
    if (result.outcome === 'elsewhere') {
      const { elsewhere, problems } = result
      return data({ ...nothing, typed, problems, elsewhere, allSaved: false }, { status: 409 })
    }
    const { problems, allKept, goTo, form, more } = result
    // A button that adds or removes an item leads back to the page: nothing need be finished yet.
    if (goTo !== undefined && allKept) {
      const { pathname, search } = new URL(request.url)
      return redirect(`${pathname}${search}#${goTo}`)
    }
    if (fields['intent'] === 'back' && allKept) {
      const fromCheck = new URL(request.url).searchParams.get('from') === 'check'
      return redirect(
        fromCheck ? `/submissions/${submissionId}/check` : previousHref(submissionId, form, pageId),
      )
    }
    if (fields['intent'] === 'later' && allKept) return redirect(`/submissions/${submissionId}?saved=1`)
    if (problems.length > 0) return data({ ...nothing, typed, problems, allSaved: allKept }, { status: 422 })
    return redirect(hrefAfter(new URL(request.url), { submissionId, pageId, form, more }))
  } catch (error) {
    const id = refusalId(error)
    if (id === 'not-found' || id === 'not-allowed' || id === 'bad-input') throw data(null, { status: 404 })
    // Nothing typed is lost: it travels with the page that is shown instead.
    const status = isSignInRefusal(id) ? 401 : 503
    throw data(keptOf({ submissionId, pageId, fields }, new URL(request.url)), { status })
  }
}

const nothing = {
  alreadySent: false,
  problems: [] as Problem[],
  elsewhere: [] as Elsewhere[],
  allSaved: true,
}

export default function FormPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const submission = useOfRequest(mySubmission)
  const page = findPage(submission.whole, params.pageId)
  if (actionData?.alreadySent && page) {
    return <AlreadySent submission={submission} page={page} typed={actionData.typed} />
  }
  return (
    <FormPageBody
      submission={submission}
      answers={{ ...answersWithFiles(submission), ...actionData?.typed }}
      pageId={params.pageId}
      problems={actionData?.problems ?? []}
      more={loaderData.more}
      autosave={{ windowId: loaderData.windowId, key: loaderData.key, posted: actionData !== undefined }}
      elsewhere={actionData?.elsewhere ?? []}
      allSaved={actionData?.allSaved ?? true}
    />
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <KeptErrorPage error={error} />
}
