import { readPage } from '@send/shared/forms/answers'
import { findPage } from '@send/shared/forms/form-definition'
import { data, isRouteErrorResponse, redirect } from 'react-router'
import type { Route } from './+types/form-page'
import { ErrorPage } from '../ErrorPage.tsx'
import { SignInForm } from '../accounts/SignInForm.tsx'
import { refusalId, serverApi } from '../api.ts'
import { isSignInRefusal } from '../from-server.ts'
import { visitorContext } from '../visitor.ts'
import { FormPageBody } from './FormPageBody.tsx'
import { NotSaved } from './NotSaved.tsx'
import { Kept, keptOf } from './kept.ts'
import { nextHref } from './form-steps.ts'
import { answersWithFiles, askMine, getMyDraft, pageProblems } from './mine.ts'

export async function loader(args: Route.LoaderArgs) {
  const submission = await getMyDraft(args)
  if (!findPage(submission.definition, args.params.pageId)) throw data(null, { status: 404 })
  const fromCheck = new URL(args.request.url).searchParams.get('from') === 'check'
  return { submission, fromCheck, answers: answersWithFiles(submission) }
}

async function savePosted(args: Route.ActionArgs, fields: Record<string, string>) {
  const { context, params } = args
  const visitor = context.get(visitorContext)
  const api = serverApi(visitor)
  const { submissionId } = params
  const submission = await askMine(api, submissionId)
  const page = findPage(submission.definition, params.pageId)
  if (!page) throw data(null, { status: 404 })
  const answers = readPage(page, (name) => fields[name] ?? '')
  await api.submissions.savePage.mutate({ submissionId, pageId: page.id, answers })
  const all = { ...answersWithFiles(submission), ...answers }
  const askedHere = { ...page, questions: page.questions.filter((question) => question.type !== 'file') }
  return { submission, problems: pageProblems(askedHere, all, visitor.language) }
}

/** Saves what was typed, good or not; then goes on, stays with the problems, or leaves for later. */
export async function action(args: Route.ActionArgs) {
  const { params, request } = args
  const form = await request.formData()
  const fields: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value
  const { submissionId, pageId } = params
  try {
    const { submission, problems } = await savePosted(args, fields)
    if (fields['intent'] === 'later') return redirect(`/submissions/${submissionId}?saved=1`)
    if (problems.length > 0) return data({ problems }, { status: 422 })
    const fromCheck = new URL(request.url).searchParams.get('from') === 'check'
    if (fromCheck) return redirect(`/submissions/${submissionId}/check`)
    return redirect(nextHref(submissionId, submission.definition, pageId))
  } catch (error) {
    const id = refusalId(error)
    if (id === 'not-found' || id === 'not-allowed') throw data(null, { status: 404 })
    // Nothing typed is lost: it travels with the page that is shown instead.
    const status = isSignInRefusal(id) ? 401 : 503
    throw data(keptOf({ submissionId, pageId, fields }, new URL(request.url)), { status })
  }
}

export default function FormPage({ loaderData, actionData, params }: Route.ComponentProps) {
  return (
    <FormPageBody
      submission={loaderData.submission}
      answers={loaderData.answers}
      pageId={params.pageId}
      problems={actionData?.problems ?? []}
      fromCheck={loaderData.fromCheck}
    />
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const kept = isRouteErrorResponse(error) ? Kept.safeParse(error.data).data : undefined
  if (!kept || !isRouteErrorResponse(error)) return <ErrorPage error={error} />
  if (error.status === 401) return <SignInForm returnTo={kept.returnTo} kept={JSON.stringify(kept.form)} />
  return <NotSaved kept={kept} />
}
