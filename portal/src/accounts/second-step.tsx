import { translator } from '@send/shared/texts/translator'
import { data, redirect } from 'react-router'
import type { Route } from './+types/second-step'
import { findMe, serverApi } from '../api.ts'
import { fromServerKeeping } from '../from-server.ts'
import { sessionCookie } from '../host/cookies.ts'
import { safeReturnTo } from '../host/return-to.ts'
import { answersWithPage, visitorContext } from '../visitor.ts'
import { NotSaved } from '../submissions/NotSaved.tsx'
import { KeptErrorPage } from './KeptErrorPage.tsx'
import { SecondStepForm } from './SecondStepForm.tsx'
import type { SecondStepMethod } from './SecondStepForm.tsx'
import { findKept, saveKeptForm } from './kept-form.ts'
import { readPosted } from './posted-fields.ts'
import { refusedCodeSentence } from './refused-code.ts'

function methodOf(text: string | null): SecondStepMethod {
  return text === 'emailCode' ? 'emailCode' : 'totp'
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  const returnTo = safeReturnTo(query.get('returnTo'))
  const me = await findMe(context.get(visitorContext))
  if (!context.get(answersWithPage)) {
    if (!me) throw redirect(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
    if (me.secondStep) throw redirect(returnTo)
  }
  return { by: methodOf(query.get('by')), returnTo, sentAgain: query.get('sentAgain') === '1' }
}

/** Second step: the code. A form that was kept is saved before the person is taken back to it. */
export async function action({ context, request }: Route.ActionArgs) {
  context.set(answersWithPage, true)
  const visitor = context.get(visitorContext)
  const t = translator(visitor.language)
  const posted = await readPosted(request)
  const form = {
    by: methodOf(posted('by')),
    returnTo: safeReturnTo(posted('returnTo')),
    kept: posted('kept'),
  }
  const kept = findKept(form)
  const api = serverApi(visitor)
  if (posted('intent') === 'sendCode') {
    const sentAgain = form.by === 'emailCode'
    await fromServerKeeping(request, api.accounts.sendEmailCode.mutate({}), kept)
    if (form.kept) return { ...form, by: 'emailCode' as const, problem: undefined, sentAgain }
    const query = new URLSearchParams({
      by: 'emailCode',
      returnTo: form.returnTo,
      sentAgain: sentAgain ? '1' : '0',
    })
    return redirect(`/sign-in/second-step?${query}`)
  }
  const code = posted('code').replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(code)) {
    return data({ ...form, problem: t('portal.secondStep.codeNeeded'), sentAgain: false }, { status: 422 })
  }
  const verified = api.accounts.verifySecondStep.mutate({ method: form.by, code })
  const result = await fromServerKeeping(request, verified, kept)
  if (result.outcome !== 'verified') {
    return data({ ...form, problem: refusedCodeSentence(result, t), sentAgain: false }, { status: 422 })
  }
  const headers = { 'set-cookie': sessionCookie(visitor.face, result.token) }
  if (kept && !(await saveKeptForm(serverApi(visitor, result.token), kept.form))) {
    return data({ notSaved: kept }, { status: 503, headers })
  }
  return redirect(form.returnTo, { headers })
}

export default function SecondStep({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && 'notSaved' in actionData) return <NotSaved kept={actionData.notSaved} />
  return <SecondStepForm {...(actionData ?? loaderData)} />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <KeptErrorPage error={error} />
}
