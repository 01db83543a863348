import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/sign-in'
import { findMe, serverApi } from '../api.ts'
import { fromServer, fromServerKeeping } from '../from-server.ts'
import { sessionCookie } from '../host/cookies.ts'
import { safeReturnTo } from '../host/return-to.ts'
import { answersWithPage, visitorContext } from '../visitor.ts'
import { KeptErrorPage } from './KeptErrorPage.tsx'
import { SignInForm } from './SignInForm.tsx'
import { looksLikeEmail } from './email-shape.ts'
import { findKept } from './kept-form.ts'
import { readPosted } from './posted-fields.ts'
import { SecondStepForm } from './second-steps/SecondStepForm.tsx'
import { prepareSecondStep } from './second-steps/prepare-second-step.ts'
import { methodOf } from './second-steps/second-step-methods.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const returnTo = safeReturnTo(new URL(request.url).searchParams.get('returnTo'))
  const me = await findMe(context.get(visitorContext))
  if (me?.secondStep && !context.get(answersWithPage)) throw redirect(returnTo)
  return { returnTo }
}

/** First step: the password. With a form kept, the second step is shown at once, because a redirect would lose it. */
export async function action({ context, request }: Route.ActionArgs) {
  context.set(answersWithPage, true)
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const posted = await readPosted(request)
  const form = {
    email: posted('email').trim(),
    returnTo: safeReturnTo(posted('returnTo')),
    kept: posted('kept'),
    ticket: posted('ticket'),
  }
  const kept = findKept(form)
  const refuse = (problem: string, status: number) =>
    data({ view: 'password' as const, ...form, problem }, { status })
  const password = posted('password')
  if (!looksLikeEmail(form.email) || !password) return refuse(t('portal.signIn.bothNeeded'), 422)
  const result = await fromServerKeeping(
    request,
    serverApi(visitor).accounts.signIn.mutate({
      email: form.email,
      password,
      ...(form.ticket ? { ticket: form.ticket } : {}),
    }),
    kept,
  )
  if (result.outcome === 'tooManyTries') {
    const minutes = Math.max(1, Math.ceil(result.retryAfterSeconds / 60))
    return refuse(t('portal.tooManyTries', { count: minutes }), 429)
  }
  if (result.outcome === 'refused') return refuse(t('portal.signIn.refused'), 422)
  const headers = { 'set-cookie': sessionCookie(visitor.face, result.token) }
  if (result.maySetUp) return redirect('/second-step', { headers })
  const by = methodOf(null, result.methods)
  const api = serverApi(visitor, result.token)
  if (form.kept) {
    const prepared = await fromServerKeeping(request, prepareSecondStep(api, by, { sendCode: true }), kept)
    return data({ view: 'secondStep' as const, by, ...form, ...prepared }, { headers })
  }
  if (by === 'emailCode') await fromServer(request, api.accounts.sendEmailCode.mutate({}))
  const query = new URLSearchParams({ by, returnTo: form.returnTo })
  return redirect(`/sign-in/second-step?${query}`, { headers })
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  if (!actionData) return <SignInForm returnTo={loaderData.returnTo} />
  if (actionData.view === 'secondStep') {
    const { by, standing, passkeyOptions, returnTo, kept } = actionData
    return <SecondStepForm {...{ by, standing, passkeyOptions, returnTo, kept }} />
  }
  const { view: _view, ...form } = actionData
  return <SignInForm {...form} />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <KeptErrorPage error={error} />
}
