import { findPage } from '@send/shared/forms/form-definition'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import type { Problem } from '@send/shared/forms/questions/question-parts'
import { translator } from '@send/shared/texts/translator'
import { newId } from '@send/shared/values/ids'
import { data, redirect } from 'react-router'
import type { Route } from './+types/form-page'
import { KeptErrorPage } from '../accounts/KeptErrorPage.tsx'
import { refusalId, serverApi } from '../api.ts'
import { isSignInRefusal } from '../from-server.ts'
import { useOfRequest } from '../of-request.tsx'
import { answersWithPage, visitorContext } from '../visitor.ts'
import { AlreadySent } from './AlreadySent.tsx'
import type { Elsewhere } from './ChangedElsewhere.tsx'
import { FormPageBody } from './FormPageBody.tsx'
import { keepKey } from './autosave/keep-key.ts'
import { keptOf } from './kept.ts'
import { placeOfRequest } from './form-place.ts'
import type { FormPlace } from './form-place.ts'
import { checkHref, nextHref, previousHref } from './form-steps.ts'
import { answersWithFiles, getMyDraft, getMySubmission, mySubmission } from './mine.ts'
import { readFields } from './read-fields.ts'
import { savePosted } from './save-posted.ts'
import { EndedHelp } from './sharing/EndedHelp.tsx'
import { ReadPageBody } from './sharing/ReadPageBody.tsx'
import { doCommentEdit, findCommentEdit } from './sharing/comment-edit.ts'
import { findEnded, readEnded } from './sharing/find-ended.ts'
import { openActivity } from './sharing/page-activity.ts'

export async function loader(args: Route.LoaderArgs) {
  // After an action that shows a page of its own, a redirect would lose what was typed.
  const asShown = args.context.get(answersWithPage)
  const look = {
    more: new URL(args.request.url).searchParams.has('more'),
    windowId: newId(),
    commentKey: newId(),
    key: keepKey(args.context.get(visitorContext), args.params),
  }
  if (asShown === 'byItself') return look
  const submission = asShown ? await getMySubmission(args) : await getMyDraft(args)
  const { helping, place, whole } = submission
  if (!findPage(whole, args.params.pageId)) throw helping ? redirect(place.base) : data(null, { status: 404 })
  if (!asShown && !findPage(submission.definition, args.params.pageId)) {
    // Hidden by other answers meanwhile: the list of parts leads on.
    throw redirect(place.base)
  }
  await openActivity(args, submission)
  return look
}

/** Where a page leads that was saved without a problem: to the questions that came up, to the check, or on. */
function hrefAfter(
  url: URL,
  place: FormPlace,
  { pageId, form, more }: { pageId: string; form: FormDefinition; more: string | undefined },
): string {
  const fromCheck = url.searchParams.get('from') === 'check'
  if (more !== undefined) return `${url.pathname}?more=1${fromCheck ? '&from=check' : ''}#${more}`
  return fromCheck ? checkHref(place) : nextHref(place, form, pageId)
}

/** Saves what was typed, good or not; then goes on, stays with the problems, or leaves for later. */
export async function action(args: Route.ActionArgs) {
  const { context, params, request } = args
  const visitor = context.get(visitorContext)
  const fields = await readFields(request)
  const { submissionId, pageId } = params
  const url = new URL(request.url)
  const place = placeOfRequest(request, submissionId)
  const comment = findCommentEdit(fields)
  try {
    const { typed, ...result } = await savePosted(visitor, { place, pageId, fields })
    if (result.outcome === 'alreadySent' && !place.isHelper) {
      context.set(answersWithPage, true)
      return data({ ...nothing, typed, alreadySent: true }, { status: 409 })
    }
    if (result.outcome === 'alreadySent' || (result.outcome === 'readOnly' && !comment)) {
      context.set(answersWithPage, 'byItself')
      return data({ typed, ended: await findEnded(visitor, place, pageId) }, { status: 409 })
    }
    if (result.outcome === 'elsewhere') {
      const { elsewhere, problems } = result
      return data({ ...nothing, typed, problems, elsewhere, allSaved: false }, { status: 409 })
    }
    if (result.outcome === 'refused') {
      const { problems } = result
      return data({ ...nothing, typed, problems }, { status: 409 })
    }
    const isKept = result.outcome === 'readOnly' || result.allKept
    if (comment && isKept) {
      const problem = await doCommentEdit(serverApi(visitor), { place, pageId }, comment)
      if (problem === undefined) return redirect(`${url.pathname}${url.search}#comments`)
      const words = translator(visitor.language)(problem)
      return data(
        { ...nothing, typed, comment: { words: fields['words'] ?? '', problem: words } },
        { status: 422 },
      )
    }
    if (result.outcome === 'readOnly') throw data(null, { status: 404 })
    const { problems, allKept, goTo, form, more } = result
    // A button that adds or removes an item leads back to the page: nothing need be finished yet.
    if (goTo !== undefined && allKept) return redirect(`${url.pathname}${url.search}#${goTo}`)
    if (fields['intent'] === 'back' && allKept) {
      const fromCheck = url.searchParams.get('from') === 'check'
      return redirect(fromCheck ? checkHref(place) : previousHref(place, form, pageId))
    }
    if (fields['intent'] === 'later' && allKept) return redirect(`${place.base}?saved=1`)
    if (problems.length > 0) return data({ ...nothing, typed, problems, allSaved: allKept }, { status: 422 })
    return redirect(hrefAfter(url, place, { pageId, form, more }))
  } catch (error) {
    const id = refusalId(error)
    if (id === 'not-found' || id === 'not-allowed' || id === 'bad-input') {
      if (!place.isHelper) throw data(null, { status: 404 })
      const ended = await findEnded(visitor, place, pageId)
      context.set(answersWithPage, 'byItself')
      return data({ typed: readEnded(ended, fields), ended }, { status: 409 })
    }
    // Nothing typed is lost: it travels with the page that is shown instead.
    const status = isSignInRefusal(id) ? 401 : 503
    throw data(keptOf({ submissionId, pageId, fields }, url), { status })
  }
}

const nothing = {
  alreadySent: false,
  problems: [] as Problem[],
  elsewhere: [] as Elsewhere[],
  allSaved: true,
  comment: undefined as { words: string; problem: string } | undefined,
}

export default function FormPage({ loaderData, actionData, params }: Route.ComponentProps) {
  if (actionData && 'ended' in actionData)
    return <EndedHelp ended={actionData.ended} typed={actionData.typed} />
  return <OpenPage look={loaderData} shown={actionData} pageId={params.pageId} />
}

type OpenPageProps = {
  look: Route.ComponentProps['loaderData']
  shown: Exclude<Route.ComponentProps['actionData'], { ended: unknown }>
  pageId: string
}

function OpenPage({ look, shown, pageId }: OpenPageProps) {
  const submission = useOfRequest(mySubmission)
  const page = findPage(submission.whole, pageId)
  if (shown?.alreadySent && page)
    return <AlreadySent submission={submission} page={page} typed={shown.typed} />
  const comment = { key: look.commentKey, ...shown?.comment }
  if (submission.helping && submission.helping.role !== 'edit')
    return <ReadPageBody submission={submission} pageId={pageId} comment={comment} />
  return (
    <FormPageBody
      submission={submission}
      answers={{ ...answersWithFiles(submission), ...shown?.typed }}
      pageId={pageId}
      problems={shown?.problems ?? []}
      more={look.more}
      autosave={{ windowId: look.windowId, key: look.key, posted: shown !== undefined }}
      elsewhere={shown?.elsewhere ?? []}
      allSaved={shown?.allSaved ?? true}
      comment={comment}
    />
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <KeptErrorPage error={error} />
}
